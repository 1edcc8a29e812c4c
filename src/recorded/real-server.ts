/** What the leak would cost a real server, for prose: computed from the bytes that one logger takes there, not measured. */

import { loggerBlocks, loggerBytes, projectServer } from '#playground/analysis/projection.ts';
import { byteWords } from '#playground/words/byte-words.ts';

export { byteWords, loggerBlocks, loggerBytes };

/** Characters of `SessionResource(<18 digits>)`. */
export const loggerNameLength = 'SessionResource()'.length + 18;

/** What stays after so many days at that rate: `185 MiB`. */
export function leakedWords(transactionsPerSecond: number, days: number): string {
  const load = { bytesPerTransaction: loggerBytes, transactionsPerSecond, memoryLimitBytes: Infinity };
  return byteWords(days * projectServer(load).bytesPerDay);
}

/** The steady rate at which loggers alone fill so many bytes in so many days, in tens of transactions a second. */
export function transactionsPerSecondFor(bytes: number, days: number): number {
  const load = { bytesPerTransaction: loggerBytes, transactionsPerSecond: 1, memoryLimitBytes: bytes };
  return Math.round(projectServer(load).daysToLimit / days / 10) * 10;
}
