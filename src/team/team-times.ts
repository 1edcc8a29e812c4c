/** How long a team was at work in each chapter. */

import type { Member } from './team-members.ts';

/** A chapter that somebody has done. */
export interface TeamTime {
  readonly chapter: string;
  /** Milliseconds: half of the people took no longer, and half no less. */
  readonly median: number;
  /** How many people it rests on. */
  readonly people: number;
}

/** The chapters that anybody has done, in the order of the course. */
export function teamTimes(chapters: readonly string[], members: readonly Member[]): readonly TeamTime[] {
  return chapters.flatMap((chapter) => {
    const times = members.flatMap(({ digest }) => digest.times.get(chapter) ?? []);
    return times.length === 0 ? [] : [{ chapter, median: medianOf(times), people: times.length }];
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}
