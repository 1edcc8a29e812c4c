/** All scenarios, in the order of the course, each loaded when it is wanted. */

import type { Scenario } from './scenario.ts';

const loaders: Readonly<Record<string, () => Promise<{ readonly scenario: Scenario }>>> = {
  'memory-that-only-goes-up': () => import('./memory-that-only-goes-up/scenario.ts'),
  'logger-per-transaction': () => import('./logger-per-transaction/scenario.ts'),
  'release-on-the-failing-path': () => import('./release-on-the-failing-path/scenario.ts'),
  'listener-per-resource': () => import('./listener-per-resource/scenario.ts'),
  'timer-per-resource': () => import('./timer-per-resource/scenario.ts'),
  'logger-pool': () => import('./logger-pool/scenario.ts'),
  'reference-counts': () => import('./reference-counts/scenario.ts'),
  'owned-logger': () => import('./owned-logger/scenario.ts'),
  'metric-label': () => import('./metric-label/scenario.ts'),
  'alert-on-slope': () => import('./alert-on-slope/scenario.ts'),
  'finalizer-as-cure': () => import('./finalizer-as-cure/scenario.ts'),
  'four-versions': () => import('./four-versions/scenario.ts'),
  capstone: () => import('./capstone/scenario.ts'),
};

/** Their ids, in order. */
export const scenarioIds: readonly string[] = Object.keys(loaders);

/** The scenario of that id; undefined where there is none. */
export async function findScenario(id: string): Promise<Scenario | undefined> {
  if (!Object.hasOwn(loaders, id)) return undefined;
  return (await loaders[id]?.())?.scenario;
}
