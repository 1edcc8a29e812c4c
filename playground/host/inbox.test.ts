/** What comes out of the machine is one of the messages that both sides know, or a mistake of ours. */

import { expect, test } from 'vitest';
import { Inbox } from './inbox.ts';

test('a message that nobody knows is an exception, and no line of the reader’s console', () => {
  const lines: unknown[] = [];
  const inbox = new Inbox({ onConsole: (line) => lines.push(line) }, () => undefined);
  expect(() => inbox.receive('gossip', 'text')).toThrow('"gossip", which is no message');
  expect(() => inbox.receive('console-shout', 'text')).toThrow('is no message');
  expect(() => inbox.receive('toString', 'text')).toThrow('is no message');
  inbox.receive('console-warn', 'text');
  expect(lines).toEqual([{ level: 'warn', text: 'text' }]);
});
