/** Picks what is said of a heap in a language; apart from the other words, since a page needs them only once a heap is read. */

import { heapWords as en } from './en/heap.ts';

/** What each language fills in. */
export type HeapWords = typeof en;

const languages = { en } as const satisfies Readonly<Record<string, HeapWords>>;

/** The words for a language tag such as `en` or `zh-CN`; English where we have none. */
export function heapWordsIn(language: string | undefined): HeapWords {
  return Object.entries(languages).find(([tag]) => tag === language)?.[1] ?? en;
}
