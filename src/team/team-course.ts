/** What the team view is told of the course. */

import type { ChapterTask } from './chapter-minutes.ts';

/** A question with its answers, in the order in which they are written. */
export interface AskedQuestion {
  /** Names the question in what is kept of a reader's progress. */
  readonly group: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
}

/** A chapter with its questions as they are written. */
export interface TeamChapter extends ChapterTask {
  readonly title: string;
  readonly asks: readonly AskedQuestion[];
}
