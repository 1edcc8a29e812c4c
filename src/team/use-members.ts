/** The members of a team as the page holds them, with what it takes to add and remove some. */

import { useEffect, useRef, useState } from 'preact/hooks';

import { aTurn } from './a-turn.ts';
import { type Member, mostFiles, readMembers, type Refused } from './team-members.ts';
import type { TeamChapter } from './team-course.ts';
import { type RecordsThread, startRecordsThread } from './records-thread.ts';

interface Team {
  readonly members: readonly Member[];
  /** Files that were no records, of those that were added last. */
  readonly refused: readonly Refused[];
  /** How many files were not read, because they were too many at once. */
  readonly unread: number;
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly remove: (member: Member) => void;
}

export function useMembers(course: readonly TeamChapter[]): Team {
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [unread, setUnread] = useState(0);
  const started = useRef<RecordsThread | undefined>(undefined);
  useEffect(() => () => started.current?.end(), []);
  const add = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    setUnread(Math.max(0, files.length - mostFiles));
    const thread = (started.current ??= startRecordsThread());
    const tasks = course.map(({ id, challenges, questions }) => ({ id, challenges, questions }));
    await readMembers(
      files,
      async (file) => {
        await aTurn();
        return thread.read(file, tasks);
      },
      (some) => {
        setMembers((before) => [...before, ...some.members]);
        setRefused((before) => [...before, ...some.refused]);
      },
    );
  };
  const remove = (gone: Member): void => setMembers((before) => before.filter(({ id }) => id !== gone.id));
  return { members, refused, unread, add, remove };
}
