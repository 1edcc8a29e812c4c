/** What the team view is told of the course. */

import type { WrittenQuestion } from '#src/course/written-questions.ts';
import type { ChapterTask } from './chapter-minutes.ts';

/** A chapter with its questions as they are written. */
export interface TeamChapter extends ChapterTask {
  readonly title: string;
  readonly asks: readonly WrittenQuestion[];
}
