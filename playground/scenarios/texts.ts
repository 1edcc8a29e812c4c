/** Finds what a scenario says to readers: a file a language beside it, loaded when it is wanted. A new language is one more list here. */

import type { ScenarioTexts } from './scenario.ts';

type Loaders = Readonly<Record<string, () => Promise<{ readonly texts: ScenarioTexts }>>>;

const en: Loaders = {
  'memory-that-only-goes-up': () => import('./memory-that-only-goes-up/en.ts'),
  'logger-per-transaction': () => import('./logger-per-transaction/en.ts'),
  'release-on-the-failing-path': () => import('./release-on-the-failing-path/en.ts'),
  'listener-per-resource': () => import('./listener-per-resource/en.ts'),
  'timer-per-resource': () => import('./timer-per-resource/en.ts'),
  'logger-pool': () => import('./logger-pool/en.ts'),
  'reference-counts': () => import('./reference-counts/en.ts'),
  'owned-logger': () => import('./owned-logger/en.ts'),
  'metric-label': () => import('./metric-label/en.ts'),
  'alert-on-slope': () => import('./alert-on-slope/en.ts'),
  'finalizer-as-cure': () => import('./finalizer-as-cure/en.ts'),
  'four-versions': () => import('./four-versions/en.ts'),
  capstone: () => import('./capstone/en.ts'),
};

const languages: Readonly<Record<string, Loaders>> = { en };

/** The texts of the scenario of that id, for a language tag such as `en`; English where we have none. Throws for one that there is not. */
export async function textsOf(id: string, language = 'en'): Promise<ScenarioTexts> {
  const loaders = languages[language] ?? en;
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load === undefined) throw new Error(`There are no texts of a scenario '${id}'.`);
  return (await load()).texts;
}
