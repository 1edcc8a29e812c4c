/** The challenge that the page asks for beside a playground, read off the page: the playground may stand on any. */

export interface PageChallenge {
  /** Whether a transaction may cost nothing but its resource. */
  readonly isFrugal: boolean;
  /** The page to go on with, once it is passed. */
  readonly next?: { readonly href: string; readonly title: string };
}

/** The challenge of a scenario on this page; undefined where there is none. */
export function challengeOnPage(scenario: string): PageChallenge | undefined {
  const challenge = document.querySelector(`ll-challenge[data-scenario="${scenario}"]`);
  if (challenge === null) return undefined;
  const isFrugal = challenge.hasAttribute('data-frugal');
  const link = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
  const title = link?.querySelector('.link-title')?.textContent.trim();
  return link === null || !title ? { isFrugal } : { isFrugal, next: { href: link.href, title } };
}
