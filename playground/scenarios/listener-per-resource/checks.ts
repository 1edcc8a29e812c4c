/** What a program must do to pass the challenge of the listener. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check } from '../scenario.ts';

const describeFix = (): string =>
  'Recognised: nothing that lives as long as the server knows a resource that has ended. It costs a removal that the disposal must not forget, or one listener for all.';

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(0),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
