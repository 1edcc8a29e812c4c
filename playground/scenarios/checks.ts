/** Makes a scenario's checks of its duties: each reads what the driver saw, never a program's text. */

import { judgeHeldWhileSending, judgeListed } from './held.ts';
import { judgeLeftOpen } from './left-open.ts';
import { count, failedBy, failedIn, nameOf, namesOf, passed, small } from './outcome.ts';
import { judgeLocked, judgeTurns } from './registry-checks.ts';
import type { Check, Duty, MeasuredRun, Outcome } from './scenario.ts';

type DescribeFix = (runs: readonly MeasuredRun[]) => string;

/** That nothing leaks, and one check for each duty. `describeFix` names the cure, once all have passed. */
export function checksFor(duties: readonly Duty[], describeFix: DescribeFix): readonly Check[] {
  return [noLeak(describeFix), ...duties.map(checkOf)];
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

function leakIn({ verdict }: MeasuredRun): string | undefined {
  const leaks = Object.entries(verdict.classes).filter(([, { kind }]) => kind === 'leak');
  const [first, ...others] = leaks;
  if (first === undefined)
    return verdict.bytes.kind === 'leak' ? `Bytes: ${verdict.bytes.reason}` : undefined;
  const also = others.map(([name]) => name).join(', ');
  return `${first[0]}: ${first[1].reason}${also && ` Also growing: ${also}.`}`;
}

/** Nothing grows without end: in the main run, at the other sizes, and when transactions fail. */
export function noLeak(describeFix: DescribeFix): Check {
  return {
    id: 'no-leak',
    check: (runs) => {
      for (const run of runs) {
        const leak = leakIn(run);
        if (leak !== undefined) return failedIn(run, `With ${nameOf(run)}: ${leak}`);
      }
      const [main] = runs;
      if (main !== undefined && !main.verdict.free) return failedIn(main, tooShort(main));
      return passed(`Nothing grows, with ${namesOf(runs.filter(({ verdict }) => verdict.free))}.`);
    },
    whenAllPass: describeFix,
  };
}

/** What a run that decides nothing leaves open; the reason says which length would decide it. */
function tooShort(run: MeasuredRun): string {
  const { classes, bytes } = run.verdict;
  const open = Object.entries(classes).find(([, { kind }]) => kind === 'not enough data');
  const [name, { reason }] = open ?? ['Bytes', bytes];
  return `With ${nameOf(run)}, it cannot be told whether anything leaks. ${name}: ${reason}`;
}

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
