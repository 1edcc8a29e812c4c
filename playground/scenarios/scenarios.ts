/** All scenarios, in the order of the course, each loaded when it is wanted. */

import type { Scenario } from './scenario.ts';

const loaders: Readonly<Record<string, () => Promise<{ readonly scenario: Scenario }>>> = {
  'logger-per-transaction': () => import('./logger-per-transaction/scenario.ts'),
};

/** Their ids, in order. */
export const scenarioIds: readonly string[] = Object.keys(loaders);

/** The scenario of that id; undefined where there is none. */
export async function findScenario(id: string): Promise<Scenario | undefined> {
  if (!Object.hasOwn(loaders, id)) return undefined;
  return (await loaders[id]?.())?.scenario;
}
