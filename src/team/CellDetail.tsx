/** What is behind a cell: the program that passed, what it costs, and how it differs from another's. */

import { diffLines } from 'diff';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

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
    (each) => each.id !== member.id && programOf(cellOf(each, challenge.scenario, verified)) !== undefined,
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
          {before === undefined ? (
            <OwnCode source={program} />
          ) : (
            <Difference before={before} after={program} />
          )}
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

/** Lines that only one of the two programs has are marked by a sign as well as by colour. */
function Difference({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  return (
    <pre class="ll-team-diff" tabindex={0}>
      {diffLines(before, after).map(({ value, added, removed }, at) => {
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
