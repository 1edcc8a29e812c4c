/** The records of a team: read from files, one member each. */

import type { LearnerRecord, RecordFault } from '#playground/learner-record/learner-record.ts';
import type { DigestedRecord, RecordDigest } from './record-digest.ts';

/** Somebody whose record is here. */
export interface Member {
  /** Tells members apart, whatever they are called. */
  readonly id: number;
  /** The name in the record; where there is none, that of the file. */
  readonly person: string;
  readonly record: LearnerRecord;
  readonly digest: RecordDigest;
}

/** A file that is no record. */
export interface Refused {
  readonly file: string;
  readonly fault: RecordFault;
}

/** What some files came to. */
export interface ReadMembers {
  readonly members: readonly Member[];
  readonly refused: readonly Refused[];
}

/** The most files that are read at once: a folder may hold anything. */
export const mostFiles = 500;
/** So many rows are added to the page at a time, which is then free to answer its reader. */
const rowsAtOnce = 6;

let lastId = 0;

/** Reads files one after another, and hands over what they came to, a few at a time. Those beyond the most are not read. */
export async function readMembers(
  files: readonly File[],
  read: (file: File) => Promise<DigestedRecord>,
  take: (some: ReadMembers) => void,
): Promise<void> {
  let members: Member[] = [];
  let refused: Refused[] = [];
  const all = files.slice(0, mostFiles);
  for (const [at, file] of all.entries()) {
    const came = await read(file);
    if (came.record === undefined) refused.push({ file: file.name, fault: came.fault });
    else members.push(memberOf(file.name, came));
    if (members.length < rowsAtOnce && at < all.length - 1) continue;
    take({ members, refused });
    [members, refused] = [[], []];
  }
}

function memberOf(
  file: string,
  { record, digest }: Extract<DigestedRecord, { readonly fault?: undefined }>,
): Member {
  return {
    id: ++lastId,
    person: record.name?.trim() || file.replace(/\.json$/i, ''),
    record,
    digest,
  };
}
