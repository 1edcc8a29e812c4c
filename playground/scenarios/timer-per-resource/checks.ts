/** What a program must do to pass the challenge of the timer. */

import {
  boundedChannels,
  boundedTimers,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Virtual milliseconds: the heartbeat of the programs, and as long again for the driver to get round to it. */
const longestSilence = 1_000;
/** One timer may serve all transactions, or one for each of a few parts of the server. */
const mostTimers = 4;

const silenceIn = (runs: readonly MeasuredRun[]): number =>
  Math.max(...runs.map(({ longestSilenceMs }) => longestSilenceMs));

/** Whoever watches the log sees of every query that it is alive. */
const heartbeat: Check = {
  id: 'heartbeat',
  check: (runs) => {
    const silence = silenceIn(runs);
    const seen = `The log was silent about a transaction in flight for up to ${(silence / 1000).toFixed(2)} s.`;
    return silence <= longestSilence
      ? { passed: true, message: seen }
      : { passed: false, message: `${seen} Expected: a line about each of them at least every second.` };
  },
};

/** Tells the families apart by the timer that stays and by the objects that they make. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  if (main === undefined || silenceIn(runs) > longestSilence) return '';
  if (main.pendingTimers > 0) {
    return 'Recognised: one timer for the process, which asks the resources in flight. It costs an entry that the disposal must not forget.';
  }
  return main.work.objects < 1.5 * main.workload.transactions
    ? 'Recognised: each resource’s own timer ends with it. It costs a number to keep.'
    : 'Recognised: a heartbeat that its resource owns and disposes of. It costs one small object per transaction.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedTimers(mostTimers),
  heartbeat,
  boundedChannels(1),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
