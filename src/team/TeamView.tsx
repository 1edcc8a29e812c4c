/** A team's records side by side: who passed what, verified by running it again, how long it took, and what to talk about. */

import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { pageRecordWords, teamWords } from '#src/strings/team-words.ts';
import { CellDetail } from './CellDetail.tsx';
import { FileChoice } from './FileChoice.tsx';
import { saveFile } from './save-file.ts';
import type { OpenCell } from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { TeamChapter } from './team-course.ts';
import { type Team, teamCsv, teamMarkdown } from './team-files.ts';
import { TeamMatrix } from './TeamMatrix.tsx';
import { TeamQuestions } from './TeamQuestions.tsx';
import { TeamTimes } from './TeamTimes.tsx';
import { useMembers } from './use-members.ts';
import { type Stage, useVerifying } from './use-verifying.ts';

interface Props {
  readonly challenges: readonly TeamChallenge[];
  readonly course: readonly TeamChapter[];
}

export function TeamView({ challenges, course }: Props): JSX.Element {
  const words = teamWords().view;
  const { members, refused, unread, add, remove } = useMembers(course);
  const { stage, verified, verify, stop } = useVerifying(challenges);
  const [open, setOpen] = useState<OpenCell>();
  const close = useCallback(() => setOpen(undefined), []);
  const team = useMemo(() => ({ members, challenges, course, verified }), [members, verified]);
  // Each is drawn again when what it shows has changed, and not for every program that is verified.
  const matrix = useMemo(() => <TeamMatrix {...team} onOpen={setOpen} onRemove={remove} />, [team]);
  const detail = useMemo(
    () => open && <CellDetail members={members} verified={verified} open={open} onClose={close} />,
    [team, open],
  );
  const insights = useMemo(
    () => (
      <>
        <TeamTimes members={members} course={course} />
        <TeamQuestions members={members} course={course} />
      </>
    ),
    [members],
  );
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
      {unread > 0 && <p>{words.unread(countWords(unread))}</p>}
      {members.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <Bar team={team} stage={stage} onVerify={() => void verify(members)} onStop={stop} />
          {matrix}
          <p class="ll-team-proves">{words.proves}</p>
          {detail}
          {insights}
        </>
      )}
    </div>
  );
}

interface BarProps {
  readonly team: Team;
  readonly stage: Stage;
  readonly onVerify: () => void;
  readonly onStop: () => void;
}

function Bar({ team, stage, onVerify, onStop }: BarProps): JSX.Element {
  const words = teamWords().view;
  const isGoing = stage.type === 'going';
  const save = (name: string, type: string, write: (team: Team) => string): JSX.Element => (
    <button type="button" class="ll-tool-button" onClick={() => saveFile(name, write(team), type)}>
      {type === 'text/csv' ? words.csv : words.markdown}
    </button>
  );
  return (
    <>
      <p class="ll-team-bar">
        <span>{words.people(countWords(team.members.length))}</span>
        <button type="button" class="ll-button" disabled={isGoing} onClick={onVerify}>
          {words.verifyAll}
        </button>
        {isGoing && (
          <button type="button" class="ll-tool-button" onClick={onStop}>
            {words.stop}
          </button>
        )}
        {save('team.csv', 'text/csv', teamCsv)}
        {save('team.md', 'text/markdown', teamMarkdown)}
      </p>
      {isGoing && <progress max={Math.max(1, stage.all)} value={stage.done} aria-label={words.verifyAll} />}
      <p role="status">{stageWords(stage)}</p>
    </>
  );
}

function stageWords(stage: Stage): string {
  const words = teamWords().view;
  if (stage.type === 'idle') return stage.said;
  return stage.all === 0 ? words.preparing : words.progress(countWords(stage.done), countWords(stage.all));
}
