/** What the controls of a projection offer, and what comes of a choice. Bytes are those of a real server, computed and not measured. */

import {
  loggerBytes,
  loggerBytesGlibc,
  loggerBytesLongName,
  projectServer,
} from '#playground/analysis/projection.ts';

/** Steps of the control for the rate, in transactions a second. */
export const rates = [1, 3, 10, 30, 100, 300, 1000] as const;

/** Versions to choose from, by what each transaction leaves behind in them. */
export const versions = [
  { id: 'leaky', bytes: loggerBytes },
  { id: 'glibc', bytes: loggerBytesGlibc },
  { id: 'longNames', bytes: loggerBytesLongName },
  { id: 'constantName', bytes: 0 },
  { id: 'wrapper', bytes: 0 },
] as const;

export type VersionId = (typeof versions)[number]['id'];

/** Memory limits, in GiB. */
export const limits = [2, 8, 32] as const;

/** Days, at most, of the control for the time. */
export const mostDays = 365;

/** Positions of the controls. */
export interface Choice {
  readonly rate: number;
  readonly bytesPerTransaction: number;
  readonly days: number;
  readonly limitBytes: number;
}

/** What comes of a choice: bytes a day, bytes after the days, the days until the limit, and the same as a line of a drawing. */
export interface Outcome {
  readonly bytesPerDay: number;
  readonly bytes: number;
  /** `Infinity` where nothing grows. */
  readonly daysToLimit: number;
  /** Share of the days after which the line meets the limit, and share of the limit that it reaches; at most 1. */
  readonly line: { readonly across: number; readonly up: number };
}

/** Projects a choice. */
export function outcomeOf({ rate, bytesPerTransaction, days, limitBytes }: Choice): Outcome {
  const { bytesPerDay, daysToLimit } = projectServer({
    bytesPerTransaction,
    transactionsPerSecond: rate,
    memoryLimitBytes: limitBytes,
  });
  const bytes = bytesPerDay * days;
  return {
    bytesPerDay,
    bytes,
    daysToLimit,
    line: { across: Math.min(1, daysToLimit / days), up: Math.min(1, bytes / limitBytes) },
  };
}
