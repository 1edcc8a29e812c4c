/** The steps of a route, read off the list that the page shows. */

import type { ClockStep } from './session-clock.ts';
import type { StepId } from './session-routes.ts';

/** The items of a list as the clock needs them. */
export function stepsOf(items: readonly HTMLElement[]): readonly ClockStep[] {
  return items.map(({ dataset }) => ({
    // The page is made from the routes, so their names are all that can stand there.
    id: dataset['step'] as StepId,
    from: Number(dataset['from']),
    until: Number(dataset['until']),
    canBeCut: dataset['cut'] !== undefined,
  }));
}

/** The title of a step. */
export function titleOf(item: HTMLElement | undefined): string {
  return item?.querySelector('[data-title]')?.textContent.trim() ?? '';
}
