/** Finds in the source of pages what they cite outside the site, so that it can be listed once. */

import { referenceEnd, repositoryNames, sourceLink } from './source-link.ts';

/** A page or a part of one, as it is written. */
export interface CitingText {
  /** What names it in the list, such as a slug. */
  readonly from: string;
  readonly text: string;
}

/** Something outside the site, and who cites it. */
export interface CitedSource {
  readonly label: string;
  readonly href: string;
  /** Year, month and day on which it was read. */
  readonly read: string;
  readonly citedFrom: readonly string[];
}

/** The record of the case was read on this day, unless `datesRead` says otherwise. */
const recordRead = '2026-11-22';
/** Pages that are no part of a cited repository's record, by the beginning of their address. */
const datesRead: readonly (readonly [beginning: string, date: string])[] = [
  ['https://developer.chrome.com/', '2026-11-23'],
  ['https://nodejs.org/', '2026-11-23'],
  ['https://github.com/jemalloc/', '2026-11-23'],
  ['https://prometheus.io/', '2026-11-27'],
  ['https://github.com/confluentinc/', '2026-11-25'],
  ['https://github.com/nodejs/node/', '2026-11-27'],
  ['https://github.com/solana-foundation/', '2026-11-27'],
  ['https://github.com/neo4j/neo4j-java-driver/issues/360', '2026-11-25'],
  ['https://github.com/ByConity/ByConity/issues/1919', '2026-11-25'],
  ['https://github.com/ByConity/ByConity/blob/', '2026-11-25'],
];

const reference = new RegExp(`(?<=['"])(?:${repositoryNames.join('|')})${referenceEnd}(?=['"])`, 'g');
const markdownLink = /\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;
const elementLink = /<a[^>]*\shref="(https:\/\/[^"]+)"[^>]*>\s*([^<]+?)\s*<\/a>/g;

/** Each source once, in the order of their labels. */
export function citedSources(texts: readonly CitingText[]): readonly CitedSource[] {
  const found = new Map<string, CitedSource>();
  for (const { from, text } of texts) {
    for (const { label, href } of linksIn(text)) {
      const known = found.get(href) ?? { label, href, read: dateRead(href), citedFrom: [] };
      const citedFrom = known.citedFrom.includes(from) ? known.citedFrom : [...known.citedFrom, from];
      found.set(href, { ...known, citedFrom });
    }
  }
  const byLabel = new Intl.Collator('en', { numeric: true });
  return [...found.values()].sort((a, b) => byLabel.compare(a.label, b.label));
}

function linksIn(text: string): { label: string; href: string }[] {
  const links = [...text.matchAll(markdownLink)].map(([, label = '', href = '']) => ({ label, href }));
  const elements = [...text.matchAll(elementLink)].map(([, href = '', label = '']) => ({ label, href }));
  return [...(text.match(reference) ?? []).map(sourceLink), ...links, ...elements];
}

function dateRead(href: string): string {
  return datesRead.find(([beginning]) => href.startsWith(beginning))?.[1] ?? recordRead;
}
