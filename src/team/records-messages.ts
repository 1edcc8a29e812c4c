/** What the team view and its worker for records say to each other. */

import type { ChapterTask } from './chapter-minutes.ts';
import type { DigestedRecord } from './record-digest.ts';

/** Each is answered by a message of the same number. */
export type RecordsRequest =
  | {
      readonly type: 'read';
      readonly number: number;
      readonly file: File;
      readonly course: readonly ChapterTask[];
    }
  /** The shape of compiled code. */
  | { readonly type: 'shape'; readonly number: number; readonly code: string };

export interface RecordsAnswer {
  readonly number: number;
  /** To `read` what the file was read as, to `shape` the shape. */
  readonly answer: DigestedRecord | string;
}
