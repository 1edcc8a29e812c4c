/** What is behind a cell: the program that passed, what it costs, and how it differs from another's. */

import { type ChangeObject, diffLines } from 'diff';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { unpackedRun } from '#playground/learner-record/learner-record.ts';
import { turnsPerTransaction } from '#playground/scenarios/lock-turns.ts';
import { en } from '#playground/words/en/en.ts';
import { rateWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { OwnCode } from '#src/workbench/panes/OwnCode.tsx';
import { dayWords } from './day-words.ts';
import { type Cell, cellOf, cellWords, type OpenCell, type Verified } from './team-cells.ts';
import type { Member } from './team-members.ts';

interface Props {
  readonly open: OpenCell;
  readonly members: readonly Member[];
  readonly verified: Verified;
  readonly onClose: () => void;
}

export function CellDetail({ open: { member, challenge }, members, verified, onClose }: Props): JSX.Element {
  const words = teamWords().view.detail;
  const cell = cellOf(member, challenge.scenario, verified);
  const [otherId, setOtherId] = useState<number>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setOtherId(undefined);
    title.current?.focus();
  }, [member, challenge]);
  const program = programOf(cell);
  const others = members.filter(
    (each) => each.id !== member.id && cellOf(each, challenge.scenario, verified).pass?.run !== undefined,
  );
  const other = others.find(({ id }) => id === otherId);
  const before = other && programOf(cellOf(other, challenge.scenario, verified));
  return (
    <section class="ll-team-detail">
      <h2 ref={title} tabindex={-1}>
        {words.title(member.person, challenge.title)}
      </h2>
      <p>
        {cellWords(cell)}. {cell.pass !== undefined && words.passedOn(dayWords(cell.pass.at))}
      </p>
      <Findings cell={cell} />
      {program === undefined ? (
        <p>{words.noProgram}</p>
      ) : (
        <>
          {others.length > 0 && (
            <p>
              <label>
                {words.compare}{' '}
                <select
                  value={otherId ?? ''}
                  onChange={({ currentTarget }) => setOtherId(Number(currentTarget.value) || undefined)}
                >
                  <option value="">{words.nobody}</option>
                  {others.map(({ id, person }) => (
                    <option key={id} value={id}>
                      {person}
                    </option>
                  ))}
                </select>
              </label>
            </p>
          )}
          <Program program={program} before={before} />
        </>
      )}
      <p>
        <button type="button" class="ll-tool-button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </section>
  );
}

/** Why it does not pass, or which fix it is and what that costs. */
function Findings({ cell }: { readonly cell: Cell }): JSX.Element | null {
  const words = teamWords().view.detail;
  const result = cell.verified?.result;
  const fix = cell.pass?.fix ?? '';
  if (result === undefined) return fix === '' ? null : <p>{words.fix(fix)}</p>;
  const failed = result.checks.find(({ passed }) => !passed);
  if (result.failure !== undefined) return <p>{words.reason(en.failureWords(result.failure))}</p>;
  if (failed !== undefined) return <p>{words.reason(en.checkWords(failed.message))}</p>;
  const objects = result.work.objects / result.workload.transactions;
  return (
    <p>
      {fix !== '' && `${words.fix(fix)} `}
      {words.cost(rateWords(turnsPerTransaction(result)), rateWords(objects))}
    </p>
  );
}

/** Characters of a program that are shown: a record may hold far more than anybody writes, and the page must not stand still. */
const mostShown = 12_000;

/** The program, or what is other in it than in the one before. */
function Program({
  program,
  before,
}: {
  readonly program: string;
  readonly before?: string | undefined;
}): JSX.Element {
  const words = teamWords().view.detail;
  const after = program.slice(0, mostShown);
  const changes = useMemo(
    () => (before === undefined ? undefined : changesBetween(before.slice(0, mostShown), after)),
    [before, after],
  );
  return (
    <>
      {after.length < program.length && <p>{words.beginning}</p>}
      {before !== undefined && changes === undefined && <p>{words.tooDifferent}</p>}
      {changes === undefined ? <OwnCode source={after} /> : <Difference changes={changes} />}
    </>
  );
}

/** `undefined` where finding them would take too long: more than a frame or two, in milliseconds. */
function changesBetween(before: string, after: string): readonly ChangeObject<string>[] | undefined {
  return diffLines(before, after, { timeout: 30 });
}

/** Lines that only one of the two programs has are marked by a sign as well as by colour. */
function Difference({ changes }: { readonly changes: readonly ChangeObject<string>[] }): JSX.Element {
  return (
    <pre class="ll-team-diff" tabindex={0}>
      {changes.map(({ value, added, removed }, at) => {
        const sign = added ? '+' : removed ? '-' : ' ';
        const lines = value.replace(/\n$/, '').split('\n');
        const text = lines.map((line) => `${sign} ${line}\n`).join('');
        return added ? (
          <ins key={at}>{text}</ins>
        ) : removed ? (
          <del key={at}>{text}</del>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </pre>
  );
}

function programOf({ pass }: Cell): string | undefined {
  return pass?.run === undefined ? undefined : unpackedRun(pass.run).program;
}
