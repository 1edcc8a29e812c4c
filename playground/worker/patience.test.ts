/** What a wait counts, and what it does not. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitFor } from './patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('gives up after its time', () => {
  const giveUp = vi.fn();
  waitFor(3000, giveUp);
  vi.advanceTimersByTime(2999);
  expect(giveUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(giveUp).toHaveBeenCalledOnce();
});

test('never gives up once it was called off', () => {
  const giveUp = vi.fn();
  waitFor(3000, giveUp)();
  vi.advanceTimersByTime(10_000);
  expect(giveUp).not.toHaveBeenCalled();
});

test('hears an answer that came while the one who waits was held up', async () => {
  vi.useRealTimers();
  const told: string[] = [];
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<void>((resolve) => {
    const callOff = waitFor(300, () => told.push('gave up'));
    port1.on('message', () => {
      told.push('answer');
      callOff();
      resolve();
    });
  });
  port2.postMessage('here');
  const end = performance.now() + 600;
  while (performance.now() < end);
  await answered;
  port1.close();
  expect(told).toEqual(['answer']);
});
