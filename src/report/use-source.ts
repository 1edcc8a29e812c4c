/** What a report is about: the record of this browser, or one that was opened from a file. */

import { useEffect, useMemo, useState } from 'preact/hooks';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { onProgress, readEvents } from '#src/course/progress.ts';
import type { ProgressEvent } from '#src/course/progress-event.ts';
import { eventsOf, recordOf } from '#src/course/record-events.ts';
import { pageRecordWords, teamWords } from '#src/strings/team-words.ts';
import { readDigest } from '#src/team/record-digest.ts';

/** A record file that was opened. */
interface Opened {
  readonly file: string;
  readonly record: LearnerRecord;
}

export interface Source {
  readonly record: LearnerRecord;
  readonly events: readonly ProgressEvent[];
  /** The name of the file; absent for the record of this browser. */
  readonly file?: string | undefined;
  /** What is wrong with a file, or in it; empty for nothing. */
  readonly said: string;
  /** Gives the name in the record, where there is one. */
  readonly open: (file: File | undefined) => Promise<string>;
  readonly close: () => void;
}

export function useSource(): Source {
  const [own, setOwn] = useState(readEvents);
  const [opened, setOpened] = useState<Opened>();
  const [said, setSaid] = useState('');
  useEffect(() => onProgress(() => setOwn(readEvents())), []);
  const record = useMemo(() => opened?.record ?? recordOf(own, Date.now(), ''), [opened, own]);
  const { events, unread } = useMemo(
    () => (opened === undefined ? { events: own, unread: 0 } : eventsOf(opened.record)),
    [opened, own],
  );
  const open = async (file: File | undefined): Promise<string> => {
    if (file === undefined) return '';
    const read = await readDigest(file, []);
    setSaid(read.fault === undefined ? '' : pageRecordWords().recordFaultWords(file.name, read.fault));
    if (read.record === undefined) return '';
    setOpened({ file: file.name, record: read.record });
    return read.record.name?.trim() ?? '';
  };
  const close = (): void => {
    setOpened(undefined);
    setSaid('');
  };
  const unreadWords = unread === 0 ? '' : teamWords().record.unread(countWords(unread));
  return { record, events, file: opened?.file, said: said || unreadWords, open, close };
}
