/** What the team view shows of a record beside its passes, worked out once, when it is read. */

import {
  type LearnerRecord,
  mostBytes,
  readRecord,
  type RecordFault,
} from '#playground/learner-record/learner-record.ts';
import { type FirstTry, firstTries } from '#src/course/first-tries.ts';
import { eventsOf } from '#src/course/record-events.ts';
import { type ChapterTask, chapterTimes } from './chapter-minutes.ts';

export interface RecordDigest {
  /** The first answer to each question. */
  readonly answers: readonly FirstTry[];
  /** Milliseconds by chapter. */
  readonly times: ReadonlyMap<string, number>;
}

/** What a file was read as. */
export type DigestedRecord =
  | { readonly record: LearnerRecord; readonly digest: RecordDigest; readonly fault?: undefined }
  | { readonly record?: undefined; readonly fault: RecordFault };

/** What a record tells of questions and times. */
export function digestOf(record: LearnerRecord, course: readonly ChapterTask[]): RecordDigest {
  const events = [...eventsOf(record).events].sort((one, other) => one.at - other.at);
  return { answers: firstTries(events, 'answered'), times: chapterTimes(course, events) };
}

/** Reads a file that anybody may have made. Never throws. */
export async function readDigest(file: File, course: readonly ChapterTask[]): Promise<DigestedRecord> {
  if (file.size > mostBytes.record) return { fault: { type: 'too large', most: mostBytes.record } };
  try {
    const read = readRecord(await file.text());
    return read.record === undefined ? read : { ...read, digest: digestOf(read.record, course) };
  } catch {
    return { fault: { type: 'unreadable' } };
  }
}
