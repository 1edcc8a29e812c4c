/** What the text of a page asks of its playgrounds. A request to one that is not alive yet waits for it. */

import type { Prediction } from '#src/chart/prediction.ts';
import type { HighlightedLines } from './highlighted-lines.ts';

export type PageRequest =
  | { readonly type: 'lines'; readonly lines: HighlightedLines }
  | { readonly type: 'prediction'; readonly prediction: Prediction };

const waiting = new Map<string, readonly PageRequest[]>();
const takers = new Map<string, (request: PageRequest) => void>();

/** Asks the playground of a scenario on this page. */
export function request(scenario: string, asked: PageRequest): void {
  const take = takers.get(scenario);
  if (take === undefined) waiting.set(scenario, [...(waiting.get(scenario) ?? []), asked]);
  else take(asked);
}

/** Hears what is asked of a scenario's playground, and what was asked before. Returns how to stop. */
export function takeRequests(scenario: string, take: (request: PageRequest) => void): () => void {
  takers.set(scenario, take);
  const before = waiting.get(scenario) ?? [];
  waiting.delete(scenario);
  before.forEach(take);
  return () => takers.delete(scenario);
}
