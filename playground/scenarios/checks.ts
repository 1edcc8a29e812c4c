/** Checks that every scenario may ask for: each reads what the driver saw, never a program's text. */

import type { Breach } from '../protocol.ts';
import type { Check, MeasuredRun } from './scenario.ts';

const passed = (message: string) => ({ passed: true, message });
const failed = (message: string) => ({ passed: false, message });

/** How a run is told apart from the others of the same check. */
function nameOf({ workload }: MeasuredRun): string {
  const length = `${workload.transactions.toLocaleString('en')} transactions`;
  if (workload.failureRate > 0) return `${length} of which ${Math.round(workload.failureRate * 100)} % fail`;
  if (workload.sharedIdRate > 0) return `${length} that share ids`;
  return length;
}

/** Names of the runs, each once. */
function namesOf(runs: readonly MeasuredRun[]): string {
  return [...new Set(runs.map(nameOf))].join(', ');
}

/** Bytes for each character of compiled code that a program may hold before its first transaction, and in all beside. */
const roomFor = { character: 10, beside: 64 * 2 ** 10 };

/** Whether memory is judged in this run: not where only the collector is missing, which a right program may leave things to. */
const judgesMemory = ({ workload }: MeasuredRun, [main]: readonly MeasuredRun[]): boolean =>
  workload.collectorSeconds !== null || main?.workload.collectorSeconds === null;

/** What is taken before anything is asked of the program: growth into such room does not show. */
function roomIn({ loadedBytes, codeLength }: MeasuredRun): string | undefined {
  const most = roomFor.beside + roomFor.character * codeLength;
  if (loadedBytes <= most) return undefined;
  const [held, allowed] = [loadedBytes, most].map(
    (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} KiB`,
  );
  return `The program holds ${held} before its first transaction. What fills such room does not show as growth, so nothing is proven. Expected: at most ${allowed} taken beforehand.`;
}

function undecidedIn({ verdict }: MeasuredRun): string | undefined {
  const findings = Object.entries({ ...verdict.classes, Bytes: verdict.bytes });
  const found = findings.find(([, { kind }]) => kind === 'not enough data');
  return found && `${found[0]}: ${found[1].reason}`;
}

function leakIn({ verdict }: MeasuredRun): string | undefined {
  const leaks = Object.entries(verdict.classes).filter(([, { kind }]) => kind === 'leak');
  const [first, ...others] = leaks;
  if (first === undefined)
    return verdict.bytes.kind === 'leak' ? `Bytes: ${verdict.bytes.reason}` : undefined;
  const also = others.map(([name]) => name).join(', ');
  return `${first[0]}: ${first[1].reason}${also && ` Also growing: ${also}.`}`;
}

/** Nothing grows without end: in the main run, at the other sizes, and when transactions fail. */
export function noLeak(describeFix: (runs: readonly MeasuredRun[]) => string): Check {
  return {
    id: 'no-leak',
    check: (runs) => {
      const judged = runs.filter((run) => judgesMemory(run, runs));
      for (const find of [leakIn, undecidedIn, roomIn]) {
        for (const run of judged) {
          const found = find(run);
          if (found !== undefined)
            return { ...failed(`With ${nameOf(run)}: ${found}`), workload: run.workload };
        }
      }
      return passed(`Nothing grows, with ${namesOf(runs)}.`);
    },
    whenAllPass: describeFix,
  };
}

/** None of these breaches in any run. */
function none(id: string, kinds: readonly Breach['kind'][], expected: string): Check {
  return {
    id,
    check: (runs) => {
      for (const run of runs) {
        const breach = run.breaches.find(({ kind }) => kinds.includes(kind));
        if (breach !== undefined) return failed(seenIn(run, breach, expected));
      }
      return passed(`${expected.charAt(0).toUpperCase()}${expected.slice(1)}`);
    },
  };
}

function seenIn(run: MeasuredRun, breach: Breach, expected: string): string {
  return `${sentence(breach)} (with ${nameOf(run)}). Expected: ${expected}`;
}

function sentence({ kind, count, transaction, message }: Breach): string {
  const times = count === 1 ? 'once' : `${count.toLocaleString('en')} times`;
  const first =
    transaction === undefined ? 'first' : `first in transaction ${transaction.toLocaleString('en')}`;
  return `${kind[0]!.toUpperCase()}${kind.slice(1)}, ${times}, ${first}: ${message}`;
}

/** Every line that the contract asks for arrives, once and in order. */
export const logComplete = none(
  'log-complete',
  ['missing line', 'duplicate line', 'wrong order', 'malformed line'],
  'every call logs its line once and in order.',
);

/** Every line says which transaction it is about. */
export const logAttributable = none(
  'log-attributable',
  ['unattributable line', 'wrong transaction'],
  'every line can be traced to its transaction.',
);

/** Nothing is used or given back after it was given back. */
export const noUseAfterRelease = none(
  'no-use-after-release',
  ['use after release', 'released twice'],
  'nothing lent is used after its release, nor released twice.',
);

/** Workers get the tables, and hold nothing for a transaction that has ended. */
export const workersReleased = none(
  'workers-released',
  ['worker not released', 'worker not sent to'],
  'every worker is sent to, and released at the end.',
);

/** What is left over at the end does not grow with the run: at most `most`, however long it was. */
function bounded(
  id: string,
  things: string,
  doWhat: string,
  most: number,
  read: (run: MeasuredRun) => number,
): Check {
  return {
    id,
    check: (runs) => {
      const [worst] = [...runs].sort((a, b) => read(b) - read(a));
      const left = worst === undefined ? 0 : read(worst);
      if (worst === undefined || left <= most) return passed(`${things} that ${doWhat} at the end: ${left}.`);
      return failed(
        `${things} ${doWhat} when all transactions have ended: ${left.toLocaleString('en')} with ${nameOf(worst)}. Expected: at most ${most}.`,
      );
    },
  };
}

/** Log channels are closed, but for a few. */
export const boundedChannels = (most: number): Check =>
  bounded('bounded-channels', 'Log channels', 'stay open', most, ({ openChannels }) => openChannels);

/** Timers are cleared, but for a few. */
export const boundedTimers = (most: number): Check =>
  bounded('bounded-timers', 'Timers', 'still go off', most, ({ pendingTimers }) => pendingTimers);

/** A gauge of the program's own is there, and each reading of it was what the server knows. */
export function gaugeTells(name: string): Check {
  return {
    id: 'gauge-tells',
    check: (runs) => {
      const expected = `the gauge ${name} is there, and right whenever it is read.`;
      for (const run of runs) {
        const breach = run.breaches.find(({ kind }) => kind === 'wrong reading');
        if (breach !== undefined) return failed(seenIn(run, breach, expected));
        if (!run.readings[name]) {
          return failed(
            `The program exports no gauges.${name}, so nobody can read it. Expected: ${expected}`,
          );
        }
      }
      const readings = runs.reduce((sum, run) => sum + (run.readings[name] ?? 0), 0);
      return passed(
        `The gauge ${name} was read ${readings.toLocaleString('en')} times, and right each time.`,
      );
    },
  };
}
