/** What a watch must do: ring for a leak before long, stay silent for all else, and not leak itself. */

import { checkOf, noLeak } from '../checks.ts';
import { everyDuty } from '../duties.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Transactions within which the alert of a gauge that leaks must ring. */
const deadline = 1_000;
/** An alert that has rung by then looks back a short way. */
const shortLook = 700;

const count = (value: number): string => value.toLocaleString('en');
const passed = (message: string) => ({ passed: true, message });
const failed = (message: string) => ({ passed: false, message });
const nameOf = ({ workload }: MeasuredRun): string =>
  `with ${count(workload.transactions)} transactions and seed ${workload.seed}`;

const noWatch = failed(
  'The program exports no class Watch, so no alert can ring. Expected: export class Watch, whose read() is given every gauge.',
);

/** No alert rings for a gauge that does not leak. */
const noFalseAlarm: Check = {
  id: 'no-false-alarm',
  check: (runs) => {
    for (const run of runs) {
      if (run.alerts.length === 0) return noWatch;
      const seen = run.alerts
        .filter(({ leaks, rings }) => !leaks && rings > 0)
        .map(
          ({ gauge, rings, readings, firstRing }) =>
            `${gauge} (at ${count(rings)} of ${count(readings)} readings, first after ${count(firstRing)} transactions)`,
        );
      if (seen.length > 0) {
        return failed(
          `False alarm, ${nameOf(run)}: the alert rang for ${seen.join(', for ')}. Expected: silence for what does not leak.`,
        );
      }
    }
    return passed('No alert rang for a cache that warms up, a pool at its peak, or a peak of load.');
  },
};

/** The alert rings for the gauge that leaks, and in time. */
const leakNoticed: Check = {
  id: 'leak-noticed',
  check: (runs) => {
    for (const run of runs) {
      const leak = run.alerts.find(({ leaks }) => leaks);
      if (leak === undefined) return noWatch;
      const { gauge, readings, firstRing } = leak;
      if (run.workload.transactions < deadline) {
        return failed(
          `The main run was too short to tell; an alert has ${count(deadline)} transactions to ring in.`,
        );
      }
      if (firstRing > 0 && firstRing <= deadline) continue;
      const seen = firstRing === 0 ? 'never rang' : `rang only after ${count(firstRing)} transactions`;
      return failed(
        `Missed leak, ${nameOf(run)}: the alert for ${gauge} ${seen}, in ${count(readings)} readings. Expected: within ${count(deadline)} transactions.`,
      );
    }
    return passed(`The alert rang for the gauge that leaked, within ${count(deadline)} transactions.`);
  },
};

/** Says how soon the alert rang for each leak, and what a watch of that kind costs. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const alerts = runs.flatMap((run) => run.alerts);
  if (alerts.length === 0 || alerts.some(({ leaks, rings }) => leaks !== rings > 0)) return '';
  const first = alerts.filter(({ leaks }) => leaks).map(({ firstRing }) => firstRing);
  const [soonest, latest] = [Math.min(...first), Math.max(...first)];
  const when = soonest === latest ? count(latest) : `${count(soonest)} to ${count(latest)}`;
  return latest < shortLook
    ? `Recognised: an alert on the slope that looks back a short way. It rang after ${when} transactions; a load that rises for as long would ring it, too.`
    : `Recognised: an alert on the slope that looks back a long way. It rang after ${when} transactions; a fast leak has done more harm by then.`;
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  noFalseAlarm,
  leakNoticed,
  ...everyDuty.map(checkOf),
];
