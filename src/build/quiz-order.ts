/** In which order a question shows its options: at random, and the same in every build and language. */

import { createHash } from 'node:crypto';

/** Places of the options as they are written, in the order in which they are shown. `name` names the question. */
export function quizOrder(name: string, options: number): readonly number[] {
  const lot = (place: number): string => createHash('sha256').update(`${name}\n${place}`).digest('hex');
  return Array.from({ length: options }, (_, place) => place)
    .map((place) => ({ place, lot: lot(place) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ place }) => place);
}
