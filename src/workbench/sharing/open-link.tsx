/** Opens the links that a page is called by, one after another, and puts what is to be said of them above the playground. */

import type { PlaygroundStore } from '../store/playground-store.ts';
import { LinkNote } from './LinkNote.tsx';
import { createLinks, type OpenedLinks } from './opened-links.ts';

const opened = new WeakMap<PlaygroundStore, OpenedLinks>();

/** Opens the link that the page was called by, or says why it cannot be opened. `hash` is the part of the address from its `#`. */
export function openLink(store: PlaygroundStore, hash: string): void {
  const links = opened.get(store) ?? createLinks(store);
  opened.set(store, links);
  store.byLink.value = <LinkNote store={store} links={links} />;
  void links.open(hash);
}
