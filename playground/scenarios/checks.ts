/** Makes a scenario's checks of its duties: each reads what the driver saw, never a program's text. */

import type { CheckMessage, Finding } from '../record.ts';
import type { DutyName } from './check-message.ts';
import { judgeHeldWhileSending, judgeListed } from './held.ts';
import { judgeLeftOpen } from './left-open.ts';
import { failedBy, failedIn, nameOf, passed } from './outcome.ts';
import { judgeLocked, judgeTurns } from './registry-checks.ts';
import { roomFor, roomPerTransaction, roomSoon } from './room.ts';
import type { Check, Duty, MeasuredRun, Outcome } from './scenario.ts';

/** That nothing leaks, and one check for each duty. */
export function checksFor(duties: readonly Duty[]): readonly Check[] {
  return [noLeak, ...duties.map(checkOf)];
}

/** The check of one duty. */
export function checkOf(duty: Duty): Check {
  return { id: duty.id, check: (runs) => judge(duty, runs) };
}

function judge({ id, judged }: Duty, runs: readonly MeasuredRun[]): Outcome {
  switch (judged.by) {
    case 'breaches':
      return failedBy(runs, judged.none, { id }) ?? passed({ type: 'duty done', duty: { id } });
    case 'gauge':
      return judgeGauge(judged.name, { id, gauge: judged.name }, runs);
    case 'left open':
      return judgeLeftOpen(judged.what, runs);
    case 'turns at a lock':
      return judgeTurns(judged.most, runs);
    case 'lock held':
      return judgeLocked(judged.at, runs);
    case 'silence':
      return judgeSilence(judged.mostMs, runs);
    case 'held while sending':
      return judgeHeldWhileSending(runs);
    case 'listed':
      return judgeListed(judged.className, runs);
    case 'rule':
      return judged.judge(runs);
  }
}

/** What is taken before anything is asked of the program: growth into such room does not show. */
function roomIn(run: MeasuredRun, longest: number): CheckMessage | undefined {
  const { loadedBytes, codeLength, samples, workload } = run;
  const code = roomFor.beside + roomFor.character * codeLength;
  const most = Math.min(roomFor.most, Math.max(code, roomPerTransaction * longest));
  if (loadedBytes > most) return { type: 'room', run: nameOf(run), at: 'load', held: loadedBytes, most };
  const [first] = samples;
  const held = first?.bytes ?? 0;
  const mostSoon = roomSoon.beside + roomSoon.inFlight * workload.concurrency;
  if (held <= mostSoon || (first?.transactions ?? 0) > 4 * workload.concurrency + 200) return undefined;
  return { type: 'room', run: nameOf(run), at: 'first sample', held, most: mostSoon };
}

/** All findings of a verdict, the bytes last and without a name. */
function findingsIn({ verdict }: MeasuredRun): readonly (readonly [string | undefined, Finding])[] {
  return [...Object.entries(verdict.classes), [undefined, verdict.bytes]];
}

function undecidedIn(run: MeasuredRun): CheckMessage | undefined {
  const found = findingsIn(run).find(([, { kind }]) => kind === 'not enough data');
  if (found === undefined) return undefined;
  const [className, { reason }] = found;
  return { type: 'growth', run: nameOf(run), certain: false, className, reason, also: [] };
}

/** The classes that leak; the bytes where no class does. */
function leakIn(run: MeasuredRun): CheckMessage | undefined {
  const [first, ...others] = findingsIn(run).filter(([, { kind }]) => kind === 'leak');
  if (first === undefined) return undefined;
  const [className, { reason }] = first;
  const also = others.flatMap(([name]) => name ?? []);
  return { type: 'growth', run: nameOf(run), certain: true, className, reason, also };
}

/** Nothing grows without end: in the main run, at the other sizes, and when transactions fail. */
export const noLeak: Check = {
  id: 'no-leak',
  check: (runs) => {
    const judged = runs.filter(({ sparesMemory }) => sparesMemory !== true);
    const longest = Math.max(...judged.map(({ workload }) => workload.transactions));
    for (const find of [leakIn, undecidedIn, roomIn]) {
      for (const run of judged) {
        const found = find(run, longest);
        if (found !== undefined) return failedIn(run, found);
      }
    }
    return passed({ type: 'nothing grows', runs: judged.map(nameOf) });
  },
};

function judgeGauge(name: string, duty: DutyName, runs: readonly MeasuredRun[]): Outcome {
  const wrong = failedBy(runs, ['wrong reading'], duty);
  if (wrong !== undefined) return wrong;
  const without = runs.find(({ readings }) => !readings[name]);
  if (without !== undefined) return failedIn(without, { type: 'gauge missing', gauge: name });
  const readings = runs.reduce((sum, run) => sum + (run.readings[name] ?? 0), 0);
  return passed({ type: 'gauge right', gauge: name, readings });
}

function judgeSilence(mostMs: number, runs: readonly MeasuredRun[]): Outcome {
  const [first] = runs;
  if (first === undefined) return passed({ type: 'no run' });
  const worst = runs.reduce((a, b) => (b.longestSilenceMs > a.longestSilenceMs ? b : a), first);
  const { longestSilenceMs: ms, mostSilent: transaction } = worst;
  return ms <= mostMs
    ? passed({ type: 'silence', ms })
    : failedIn(worst, { type: 'long silence', ms, mostMs, run: nameOf(worst), transaction }, transaction);
}
