/** What a program must do to pass the challenge of the failing path. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** A fix is told by what happens to the sender's logger: it ends with the call, or with the resource. */
function describeFix([main]: readonly MeasuredRun[]): string {
  const alive = main?.samples.at(-1)?.live;
  const resources = alive?.['CnchServerResource'] ?? 0;
  return (alive?.['Logger'] ?? 0) > resources
    ? 'Recognised: the resource owns the logger of its send, and both end together. It costs a logger that lives a little longer.'
    : 'Recognised: the logger ends with the call that opened it, on every way out. It costs a block, or one word with `using`.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(0),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
