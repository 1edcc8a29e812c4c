/** Opens the links that a page is called by, one after another, and puts what is to be said of them above the playground. */

import { scenarioInHash } from '#playground/shared-run/shared-run.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { LinkNote } from './LinkNote.tsx';
import { createLinks, type OpenedLinks } from './opened-links.ts';

const opened = new WeakMap<PlaygroundStore, OpenedLinks>();

/** Opens the link that the page was called by, or says why it cannot be opened. Rejects where the scenario's files cannot be had. `hash` is the part of the address from its `#`. */
export async function openLink(store: PlaygroundStore, hash: string): Promise<void> {
  if (!isCalled(store, hash)) return;
  const links = opened.get(store) ?? createLinks(store);
  opened.set(store, links);
  store.byLink.value = <LinkNote store={store} links={links} />;
  await links.open(hash);
}

/** Whether a link is for this playground: it names the scenario, or nobody else on the page is meant and this is the first. */
function isCalled({ scenario }: PlaygroundStore, hash: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('[data-playground]')];
  const here = all.map(({ dataset }) => dataset['playground']);
  const named = scenarioInHash(hash);
  return scenario === (named !== undefined && here.includes(named) ? named : here[0]);
}
