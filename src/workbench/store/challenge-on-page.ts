/** The challenge that the page asks for beside a playground, read off the page: the playground may stand on any. */

import type { KnownMistake } from '#src/components/challenge-state.ts';

export interface PageChallenge {
  /** Mistakes whose reason is known. */
  readonly mistakes: readonly KnownMistake[];
  /** The page to go on with, once it is passed. */
  readonly next?: { readonly href: string; readonly title: string };
}

/** The challenge of a scenario on this page; undefined where there is none. */
export function challengeOnPage(scenario: string): PageChallenge | undefined {
  const element = document.querySelector<HTMLElement>(`ll-challenge[data-scenario="${scenario}"]`);
  if (element === null) return undefined;
  const mistakes = JSON.parse(element.dataset['mistakes'] ?? '[]') as KnownMistake[];
  const link = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
  const title = link?.querySelector('.link-title')?.textContent.trim();
  return link === null || !title ? { mistakes } : { mistakes, next: { href: link.href, title } };
}
