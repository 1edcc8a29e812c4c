/** A team's records side by side: who passed what, verified by running it again, and what to talk about. */

import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { Judged } from '#playground/learner-record/verification.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { pageRecordWords, teamWords } from '#src/strings/team-words.ts';
import type { ChapterName } from './record-summary.ts';
import { CellDetail } from './CellDetail.tsx';
import { saveFile } from './save-file.ts';
import type { OpenCell, Verified } from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import { teamCsv, teamMarkdown } from './team-files.ts';
import { TeamMatrix } from './TeamMatrix.tsx';
import { type Member, readMembers, type Refused } from './team-members.ts';
import { TeamQuestions } from './TeamQuestions.tsx';

interface Props {
  readonly challenges: readonly TeamChallenge[];
  readonly chapters: readonly ChapterName[];
}

/** What verifying is at; a sentence where it has ended. */
type Stage =
  | { readonly type: 'idle'; readonly said: string }
  | { readonly type: 'going'; readonly done: number; readonly all: number };

export function TeamView({ challenges, chapters }: Props): JSX.Element {
  const words = teamWords().view;
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [verified, setVerified] = useState<Verified>(new Map());
  const [stage, setStage] = useState<Stage>({ type: 'idle', said: '' });
  const [open, setOpen] = useState<OpenCell>();
  const judged = useRef(new Map<string, Judged>());
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const table = useMemo(() => ({ members, challenges, verified }), [members, challenges, verified]);

  const add = async (files: readonly File[]): Promise<void> => {
    const read = await readMembers(files);
    setMembers((before) => [...before, ...read.members]);
    setRefused(read.refused);
    if (read.unread > 0) setStage({ type: 'idle', said: words.unread(countWords(read.unread)) });
  };
  const verify = async (): Promise<void> => {
    const controller = (ending.current = new AbortController());
    setStage({ type: 'going', done: 0, all: 0 });
    const onProgress = (done: number, all: number): void => setStage({ type: 'going', done, all });
    try {
      const { verifyTeam } = await import('./team-machine.ts');
      const records = members.map(({ record }) => record);
      const told = await verifyTeam(records, {
        challenges,
        judged: judged.current,
        onProgress,
        signal: controller.signal,
      });
      if (told === undefined) {
        setStage({ type: 'idle', said: words.stopped });
        return;
      }
      setVerified(new Map(members.map(({ id }, at) => [id, told[at] ?? []])));
      const all = told.flat().filter(({ status }) => status !== 'not tried');
      const right = all.filter(({ status }) => status === 'verified');
      setStage({ type: 'idle', said: words.finished(countWords(right.length), countWords(all.length)) });
    } catch (error) {
      reportError(error);
      setStage({ type: 'idle', said: words.failed });
    }
  };

  const isGoing = stage.type === 'going';
  return (
    <div
      class="ll-team"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <FileChoice onFiles={(files) => void add(files)} />
      {refused.length > 0 && (
        <ul class="ll-team-refused">
          {refused.map(({ file, fault }, at) => (
            <li key={at}>{pageRecordWords().recordFaultWords(file, fault)}</li>
          ))}
        </ul>
      )}
      {members.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <p class="ll-team-bar">
            <span>{words.people(countWords(members.length))}</span>
            <button type="button" class="ll-button" disabled={isGoing} onClick={() => void verify()}>
              {words.verifyAll}
            </button>
            {isGoing && (
              <button type="button" class="ll-tool-button" onClick={() => ending.current?.abort()}>
                {words.stop}
              </button>
            )}
            <button
              type="button"
              class="ll-tool-button"
              onClick={() => saveFile('team.csv', teamCsv(table), 'text/csv')}
            >
              {words.csv}
            </button>
            <button
              type="button"
              class="ll-tool-button"
              onClick={() => saveFile('team.md', teamMarkdown(table), 'text/markdown')}
            >
              {words.markdown}
            </button>
          </p>
          {isGoing && (
            <progress max={Math.max(1, stage.all)} value={stage.done} aria-label={words.verifyAll} />
          )}
          <p role="status">{stageWords(stage)}</p>
          <TeamMatrix
            {...table}
            onOpen={setOpen}
            onRemove={(gone) => setMembers((before) => before.filter(({ id }) => id !== gone.id))}
          />
          <p class="ll-team-proves">{words.proves}</p>
          {open !== undefined && <CellDetail {...table} open={open} onClose={() => setOpen(undefined)} />}
          <TeamQuestions members={members} chapters={chapters} />
        </>
      )}
    </div>
  );
}

function stageWords(stage: Stage): string {
  const words = teamWords().view;
  if (stage.type === 'idle') return stage.said;
  return stage.all === 0 ? words.preparing : words.progress(countWords(stage.done), countWords(stage.all));
}

function FileChoice({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): JSX.Element {
  const words = teamWords().view;
  const take = (input: HTMLInputElement): void => {
    onFiles([...(input.files ?? [])].filter(({ name }) => name.endsWith('.json')));
    input.value = '';
  };
  return (
    <div class="ll-team-drop">
      <p>
        <strong>{words.drop}</strong>
      </p>
      <p>
        <label>
          {words.chooseFiles}{' '}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            onChange={({ currentTarget }) => take(currentTarget)}
          />
        </label>
      </p>
      <p>
        <label>
          {words.chooseFolder}{' '}
          <input
            type="file"
            ref={(input) => void input?.toggleAttribute('webkitdirectory', true)}
            onChange={({ currentTarget }) => take(currentTarget)}
          />
        </label>
      </p>
      <p>{words.privacy}</p>
    </div>
  );
}
