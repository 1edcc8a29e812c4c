/** What is alive of a class at the end of a run, in English. */

import type { SurvivorSummary } from '../../analysis/survivors.ts';
import { counted, noun } from './wording.ts';

/** The survivors of a class, in a sentence. */
export function survivorWords(className: string, { shape, alive }: SurvivorSummary): string {
  const survivors = counted(alive, noun(className));
  switch (shape) {
    case 'none':
      return 'No instance of it is alive at the end.';
    case 'all ages':
      return `${survivors} are alive, spread evenly over the whole run: each age left its share, as in a leak.`;
    case 'recent':
      return `${survivors} are alive, nearly all from the last tenth of the run: they are still in use.`;
    case 'oldest':
      return `${survivors} are alive, nearly all from the first tenth of the run: made once and kept, as in a cache.`;
    case 'mixed':
      return `${survivors} are alive, from several parts of the run.`;
  }
}
