/** What was seen of the server's locks, in English. */

import type { LockMessage } from '../../scenarios/check-message.ts';
import { runWords } from './runs.ts';
import { count } from './wording.ts';

const unlocked = {
  opened: 'opened without a lock',
  closed: 'closed without the lock under which it was opened',
  used: 'closed after a transaction had used it without ever taking its lock',
} as const;

/** What was seen, and what was expected. */
export function lockWords(message: LockMessage): string {
  switch (message.type) {
    case 'few turns':
      return `${turnsAt(message.turns)}.`;
    case 'many turns':
      return `${turnsAt(message.turns)} with ${runWords(message.run)}. Expected: at most ${message.most}, one to get a logger and one to give it back.`;
    case 'locked':
      return message.shared === 0
        ? 'No two transactions share a log channel, so none needs a lock.'
        : `Log channels that transactions share: ${count(message.shared)}, none of them without a lock.`;
    case 'unlocked':
      return `A log channel that several transactions share was ${unlocked[message.when]}, ${often(message)} (with ${runWords(message.run)}). Expected: a lock of the server is held, as two threads may look up the same name at once.`;
  }
}

function turnsAt(turns: number): string {
  const many = turns === 0 ? 'none' : turns < 0.01 ? 'next to none' : turns.toFixed(2);
  return `Lock acquisitions per transaction: ${many}`;
}

function often({ count: times, transaction }: Extract<LockMessage, { type: 'unlocked' }>): string {
  const first = transaction === undefined ? '' : `, first in transaction ${count(transaction)}`;
  return `${times === 1 ? 'once' : `${count(times)} times`}${first}`;
}
