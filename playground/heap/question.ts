/** What can be asked of a program's heap, and what is answered. */

import type { CutPlace } from './cut-place.ts';
import type { CutResult, HeapReport } from './report.ts';

export type HeapQuestion =
  /** What is alive, and what holds it; first without, then with who stores and who removes. */
  | { readonly type: 'report' }
  /** What goes when references of a path are cut; with `runOn`, what comes back in so many more transactions. */
  | ({ readonly type: 'cut'; readonly fingerprint: string; readonly runOn: number } & CutPlace)
  /** The heap as a file that Chrome DevTools and memlab open. */
  | { readonly type: 'snapshot' };

export type HeapAnswer =
  | { readonly type: 'report'; readonly report: HeapReport }
  /** Without a result where no path has that fingerprint, or where the machine is dead. */
  | { readonly type: 'cut'; readonly result?: CutResult }
  | { readonly type: 'snapshot'; readonly text: string };
