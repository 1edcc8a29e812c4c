/** The records of a team: read from files, one member each. */

import {
  type LearnerRecord,
  mostBytes,
  readRecord,
  type RecordFault,
} from '#playground/learner-record/learner-record.ts';

/** Somebody whose record is here. */
export interface Member {
  /** Tells members apart, whatever they are called. */
  readonly id: number;
  /** The name in the record; where there is none, that of the file. */
  readonly person: string;
  readonly record: LearnerRecord;
}

/** A file that is no record. */
export interface Refused {
  readonly file: string;
  readonly fault: RecordFault;
}

/** The most files that are read at once: a folder may hold anything. */
const mostFiles = 500;

let lastId = 0;

/** Reads files, one after another, so that the page stays alive. */
export async function readMembers(files: readonly File[]): Promise<{
  readonly members: readonly Member[];
  readonly refused: readonly Refused[];
  /** Files beyond the most that are read. */
  readonly unread: number;
}> {
  const members: Member[] = [];
  const refused: Refused[] = [];
  for (const file of files.slice(0, mostFiles)) {
    const { record, fault } = await readFile(file);
    if (record === undefined) refused.push({ file: file.name, fault });
    else
      members.push({
        id: ++lastId,
        person: record.name?.trim() || file.name.replace(/\.json$/i, ''),
        record,
      });
  }
  return { members, refused, unread: Math.max(0, files.length - mostFiles) };
}

async function readFile(file: File): Promise<ReturnType<typeof readRecord>> {
  if (file.size > mostBytes.record) return { fault: { type: 'too large', most: mostBytes.record } };
  try {
    return readRecord(await file.text());
  } catch {
    return { fault: { type: 'unreadable' } };
  }
}
