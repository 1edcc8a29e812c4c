/** All scenarios, in the order of the course. */

import { scenario as loggerPerTransaction } from './logger-per-transaction/scenario.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [loggerPerTransaction];

/** The scenario of that id; undefined where there is none. */
export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
