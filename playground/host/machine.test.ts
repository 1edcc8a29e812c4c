/** The machine's own balance: whatever a program does, nothing of ours stays in its heap. */

import { expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';

test.each([
  [
    'promises that are rejected before anybody listens',
    'void Promise.reject(new Error(`${id}`)).catch(() => {});',
  ],
  ['rejections with a text', 'void Promise.reject(`${id}`).catch(() => {});'],
  ['rejections with a proxy', 'void Promise.reject(new Proxy(new Error(), {})).catch(() => {});'],
  [
    'rejections that are heard later',
    'const p = Promise.reject(new Error()); queueMicrotask(() => p.catch(() => {}));',
  ],
  [
    'asynchronous functions that throw',
    'void (async () => { throw new Error(`${id}`); })().catch(() => {});',
  ],
  ['lines on the console', 'console.log(id, { id }, new Error());'],
  ['lines in the log that are wrong', "this.#channel.write({ level: 'debug', text: 5 } as never);"],
  ['locks', "server.mutex('one').hold(() => id);"],
  ['timers', 'clearTimeout(setTimeout(() => {}, 5)); setTimeout(() => {}, 5);'],
  ['weak references', 'new WeakRef({ id }).deref();'],
  ['errors that were caught', 'try { null!.x; } catch {}'],
])('keeps nothing of %s', async (_, construct) => {
  const source = programWith({ construct: construct.replace('null!.x', '(null as never as { x: 1 }).x') });
  const { checkpoints, failure } = await runSource(source, { transactions: 2_000 });
  expect(failure).toBeUndefined();
  expect(new Set(checkpoints.slice(1).map(({ bytes }) => bytes)).size).toBe(1);
});
