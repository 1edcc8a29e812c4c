/** What a watch must do: ring for a leak before long, and go on, stay silent for all else, and not leak itself. */

import type { Alert, CheckMessage, RecognisedFix } from '../../record.ts';
import type { WatchedRun } from '../check-message.ts';
import { checkOf, noLeak } from '../checks.ts';
import { everyDuty } from '../duties.ts';
import { passed } from '../outcome.ts';
import type { Check, MeasuredRun, Outcome } from '../scenario.ts';

/** Transactions from the beginning of a leak within which its alert must ring. */
export const deadline = 1_000;
/** Of the readings after that, the alert is silent at no more than one in so many. */
export const lapsesOneIn = 10;
/** An alert that has rung within so many transactions looks back a short way. */
const shortLook = 700;

const failed = (message: CheckMessage): Outcome => ({ passed: false, message });

/** The first run in which a watch did not do as it should for some gauge; undefined when it did for all. */
function refuse(
  runs: readonly MeasuredRun[],
  isWrong: (alert: Alert) => boolean,
  say: (run: WatchedRun, wrong: readonly Alert[]) => CheckMessage,
): Outcome | undefined {
  for (const { alerts, workload } of runs) {
    if (alerts.length === 0) return failed({ type: 'no watch' });
    const wrong = alerts.filter(isWrong);
    const { transactions, seed } = workload;
    if (wrong.length > 0) return failed(say({ transactions, seed }, wrong));
  }
  return undefined;
}

/** No alert rings for a gauge that does not leak, or not yet. */
const noFalseAlarm: Check = {
  id: 'no-false-alarm',
  check: (runs) =>
    refuse(
      runs,
      ({ falseRings }) => falseRings > 0,
      (run, alerts) => ({ type: 'false alarm', run, alerts }),
    ) ?? passed({ type: 'no false alarm' }),
};

const delayOf = ({ noticedAfter, leaksAfter }: Alert): number => noticedAfter - leaksAfter;
const isMissed = (alert: Alert): boolean =>
  alert.leaks && (alert.noticedAfter === 0 || delayOf(alert) > deadline);

/** The alert rings for each gauge that leaks, and in time. */
const leakNoticed: Check = {
  id: 'leak-noticed',
  check: (runs) => {
    const longEnough = runs.filter(({ workload }) => workload.transactions >= deadline);
    const refusal = refuse(longEnough, isMissed, (run, alerts) => ({
      type: 'missed leak',
      run,
      alerts,
      deadline,
    }));
    if (refusal !== undefined) return refusal;
    // Trials that are too short for an alert are made for other checks.
    const { transactions = deadline } = runs[0]?.workload ?? {};
    return transactions < deadline
      ? failed({ type: 'no time to ring', transactions, deadline })
      : passed({ type: 'leaks noticed', deadline });
  },
};

/** An alert that has rung goes on, as somebody who comes later must see it. */
const keepsRinging: Check = {
  id: 'keeps-ringing',
  check: (runs) =>
    refuse(
      runs,
      ({ lapses, laterReadings }) => lapses * lapsesOneIn > laterReadings,
      (run, alerts) => ({ type: 'broken off', run, alerts }),
    ) ?? passed({ type: 'kept ringing' }),
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
