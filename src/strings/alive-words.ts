/** Words of the panel “Why alive”, the page’s and the machine’s; they come with the panel. */

import { heapWords } from '#playground/words/en/heap.ts';
import { traceLines } from '#playground/words/en/heap-trace.ts';
import { alive as en } from './en/alive.ts';
import { inPageLanguage } from './in-page-language.ts';

/** What each language fills in. */
export type AliveWords = typeof en;

export const aliveWords = inPageLanguage<AliveWords>({ en });

/** What the machine says of paths. */
export const pageHeapWords = inPageLanguage<typeof heapWords>({ en: heapWords });

/** A path as text. */
export const aliveTraces = inPageLanguage({ en: { traceLines } });
