/** Makes a scenario's checks of its duties: each reads what the driver saw, never a program's text. */

import { byteWords } from '../words/byte-words.ts';
import { judgeHeldWhileSending, judgeListed } from './held.ts';
import { judgeLeftOpen } from './left-open.ts';
import { count, failedBy, failedIn, nameOf, namesOf, passed, small } from './outcome.ts';
import { judgeLocked, judgeTurns } from './registry-checks.ts';
import type { Check, Duty, MeasuredRun, Outcome } from './scenario.ts';

/** That nothing leaks, and one check for each duty. */
export function checksFor(duties: readonly Duty[]): readonly Check[] {
  return [noLeak, ...duties.map(checkOf)];
}

/** The check of one duty. */
export function checkOf(duty: Duty): Check {
  return { id: duty.id, check: (runs) => judge(duty, runs) };
}

function judge({ text, judged }: Duty, runs: readonly MeasuredRun[]): Outcome {
  switch (judged.by) {
    case 'breaches':
      return failedBy(runs, judged.none, small(text)) ?? passed(text);
    case 'gauge':
      return judgeGauge(judged.name, text, runs);
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

/** Bytes for each character of compiled code that a program may hold before its first transaction, and in all beside. */
const roomFor = { character: 6, beside: 10 * 2 ** 10, most: 128 * 2 ** 10 };
/** Bytes of a number in a typed array: a leak that fills one per transaction has used up so much in the longest run, and shows. */
const roomPerTransaction = 4;
/** Bytes that a program may hold at its first sample, for each transaction in flight and in all beside. */
const roomSoon = { inFlight: 16 * 2 ** 10, beside: 512 * 2 ** 10 };

/** What is taken before anything is asked of the program: growth into such room does not show. */
function roomIn(
  { loadedBytes, codeLength, samples, workload }: MeasuredRun,
  longest: number,
): string | undefined {
  const code = roomFor.beside + roomFor.character * codeLength;
  const most = Math.min(roomFor.most, Math.max(code, roomPerTransaction * longest));
  const soon = samples[0]?.bytes ?? 0;
  if (loadedBytes <= most) {
    const mostSoon = roomSoon.beside + roomSoon.inFlight * workload.concurrency;
    if (soon <= mostSoon || (samples[0]?.transactions ?? 0) > 4 * workload.concurrency + 200)
      return undefined;
    const [holds, expected] = [soon, mostSoon].map(byteWords);
    return `The program holds ${holds} after its first transactions. What fills such room does not show as growth, so nothing is proven. Expected: at most ${expected} so early.`;
  }
  const [held, allowed] = [loadedBytes, most].map(byteWords);
  return `The program holds ${held} before its first transaction. What fills such room does not show as growth, so nothing is proven. Expected: at most ${allowed} taken beforehand.`;
}

function undecidedIn({ verdict }: MeasuredRun): string | undefined {
  const findings = Object.entries({ ...verdict.classes, Bytes: verdict.bytes });
  const found = findings.find(([, { kind }]) => kind === 'not enough data');
  return found && `it cannot be told whether anything leaks. ${found[0]}: ${found[1].reason}`;
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
export const noLeak: Check = {
  id: 'no-leak',
  check: (runs) => {
    const judged = runs.filter(({ sparesMemory }) => sparesMemory !== true);
    const longest = Math.max(...judged.map(({ workload }) => workload.transactions));
    for (const find of [leakIn, undecidedIn, roomIn]) {
      for (const run of judged) {
        const found = find(run, longest);
        if (found !== undefined) return failedIn(run, `With ${nameOf(run)}: ${found}`);
      }
    }
    return passed(`Nothing grows, with ${namesOf(judged)}.`);
  },
};

function judgeGauge(name: string, expected: string, runs: readonly MeasuredRun[]): Outcome {
  const wrong = failedBy(runs, ['wrong reading'], small(expected));
  if (wrong !== undefined) return wrong;
  const without = runs.find(({ readings }) => !readings[name]);
  if (without !== undefined) {
    const message = `The program exports no gauges.${name}, so nobody can read it. Expected: ${small(expected)}`;
    return failedIn(without, message);
  }
  const readings = runs.reduce((sum, run) => sum + (run.readings[name] ?? 0), 0);
  return passed(`The gauge ${name} was read ${count(readings)} times, and right each time.`);
}

function judgeSilence(mostMs: number, runs: readonly MeasuredRun[]): Outcome {
  const [first] = runs;
  if (first === undefined) return passed('There is no run.');
  const worst = runs.reduce((a, b) => (b.longestSilenceMs > a.longestSilenceMs ? b : a), first);
  const seen = `The log was silent about a transaction in flight for up to ${(worst.longestSilenceMs / 1000).toFixed(2)} s`;
  if (worst.longestSilenceMs <= mostMs) return passed(`${seen}.`);
  const number = worst.mostSilent;
  const which = number === undefined ? '' : `, longest about transaction ${count(number)}`;
  return failedIn(
    worst,
    `${seen}${which} (with ${nameOf(worst)}). Expected: a line about each of them at least every ${mostMs / 1000} s.`,
    number,
  );
}
