/** What a watch must do: ring for a leak before long, and go on, stay silent for all else, and not leak itself. */

import type { Alert, CheckResult, RecognisedFix } from '../../protocol.ts';
import { checkOf, noLeak } from '../checks.ts';
import { everyDuty } from '../duties.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Transactions from the beginning of a leak within which its alert must ring. */
const deadline = 1_000;
/** Of the readings after that, the alert is silent at no more than one in so many. */
const lapsesOneIn = 10;
/** An alert that has rung within so many transactions looks back a short way. */
const shortLook = 700;

const count = (value: number): string => value.toLocaleString('en');
const passed = (message: string) => ({ passed: true, message });
const failed = (message: string) => ({ passed: false, message });
const nameOf = ({ workload }: MeasuredRun): string =>
  `with ${count(workload.transactions)} transactions and seed ${workload.seed}`;
const since = ({ leaksAfter }: Alert): string =>
  leaksAfter === 0 ? 'with the first transaction' : `after ${count(leaksAfter)} transactions`;

/** The first run in which a watch did not do as it should for some gauge; undefined when it did for all. */
function refuse(
  runs: readonly MeasuredRun[],
  isWrong: (alert: Alert) => boolean,
  say: (run: MeasuredRun, wrong: readonly Alert[]) => string,
): Omit<CheckResult, 'id'> | undefined {
  for (const run of runs) {
    if (run.alerts.length === 0) {
      return failed(
        'The program exports no class Watch, so no alert can ring. Expected: export class Watch, whose read() is given every gauge.',
      );
    }
    const wrong = run.alerts.filter(isWrong);
    if (wrong.length > 0) return failed(say(run, wrong));
  }
  return undefined;
}

/** No alert rings for a gauge that does not leak, or not yet. */
const noFalseAlarm: Check = {
  id: 'no-false-alarm',
  check: (runs) => {
    const say = (run: MeasuredRun, wrong: readonly Alert[]): string => {
      const seen = wrong.map(
        ({ gauge, behaves, falseRings, healthyReadings, firstRing }) =>
          `${gauge}, ${behaves} (at ${count(falseRings)} of ${count(healthyReadings)} readings at which it did not leak, first after ${count(firstRing)} transactions)`,
      );
      return `False alarm, ${nameOf(run)}: the alert rang for ${seen.join('; for ')}. Expected: silence for what does not leak.`;
    };
    return (
      refuse(runs, ({ falseRings }) => falseRings > 0, say) ??
      passed(
        'No alert rang for a cache that warms up or is emptied, for a pool at its peak, or for a peak of load.',
      )
    );
  },
};

const delayOf = ({ noticedAfter, leaksAfter }: Alert): number => noticedAfter - leaksAfter;
const isMissed = (alert: Alert): boolean =>
  alert.leaks && (alert.noticedAfter === 0 || delayOf(alert) > deadline);

/** The alert rings for each gauge that leaks, and in time. */
const leakNoticed: Check = {
  id: 'leak-noticed',
  check: (runs) => {
    const say = (run: MeasuredRun, wrong: readonly Alert[]): string => {
      const seen = wrong.map((alert) => {
        const rang =
          alert.noticedAfter === 0 ? 'never rang' : `rang only ${count(delayOf(alert))} transactions later`;
        return `${alert.gauge} began to leak ${since(alert)}, and its alert ${rang}`;
      });
      return `Missed leak, ${nameOf(run)}: ${seen.join('; ')}. Expected: within ${count(deadline)} transactions.`;
    };
    const longEnough = runs.filter(({ workload }) => workload.transactions >= deadline);
    const refusal = refuse(longEnough, isMissed, say);
    if (refusal !== undefined) return refusal;
    // Trials that are too short for an alert are made for other checks.
    const [main] = runs;
    if (main !== undefined && main.workload.transactions < deadline) {
      return failed(
        `${count(main.workload.transactions)} transactions are not enough to tell: an alert has ${count(deadline)} transactions to ring in. Run at least as many.`,
      );
    }
    return passed(`Alerts rang for all gauges that leaked, each within ${count(deadline)} transactions.`);
  },
};

/** An alert that has rung goes on, as somebody who comes later must see it. */
const keepsRinging: Check = {
  id: 'keeps-ringing',
  check: (runs) => {
    const say = (run: MeasuredRun, wrong: readonly Alert[]): string => {
      const seen = wrong.map(
        ({ gauge, noticedAfter, lapses, laterReadings }) =>
          `the alert for ${gauge} rang after ${count(noticedAfter)} transactions, and was silent at ${count(lapses)} of ${count(laterReadings)} readings after that, though the leak went on`,
      );
      return `Broken off, ${nameOf(run)}: ${seen.join('; ')}. Expected: silence at no more than a tenth of them.`;
    };
    return (
      refuse(runs, ({ lapses, laterReadings }) => lapses * lapsesOneIn > laterReadings, say) ??
      passed('An alert that had rung for a leak went on for as long as the leak did.')
    );
  },
};

/** Tells by how soon the alert rang for each leak how far it looks back. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const delays = runs.flatMap((run) => run.alerts.filter(({ leaks }) => leaks).map(delayOf));
  if (delays.length === 0) return undefined;
  const [soonest, latest] = [Math.min(...delays), Math.max(...delays)];
  return { id: latest < shortLook ? 'short-look' : 'long-look', numbers: { soonest, latest } };
}

export const checks: readonly Check[] = [
  noLeak,
  noFalseAlarm,
  leakNoticed,
  keepsRinging,
  ...everyDuty.map(checkOf),
];
