/** What comes out of the machine is one of the messages that both sides know, or a mistake of ours. */

import { expect, test } from 'vitest';
import { GuestMessages } from './guest-messages.ts';

test('a message that nobody knows is an exception, and no line of the reader’s console', () => {
  const lines: unknown[] = [];
  const guestMessages = new GuestMessages({ onConsole: (line) => lines.push(line) }, () => undefined);
  expect(() => guestMessages.receive('gossip', 'text')).toThrow('"gossip", which is no message');
  expect(() => guestMessages.receive('console-shout', 'text')).toThrow('is no message');
  expect(() => guestMessages.receive('toString', 'text')).toThrow('is no message');
  guestMessages.receive('console-warn', 'text');
  expect(lines).toEqual([{ level: 'warn', text: 'text' }]);
});
