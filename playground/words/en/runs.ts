/** What a run is called beside others of the same check, in English. */

import type { RunName } from '../../scenarios/check-message.ts';
import { count } from './wording.ts';

/** `10,000 transactions`, `600 transactions of which 30 % fail`. */
export function runWords({ transactions, failureRate, sharedIdRate }: RunName): string {
  const length = `${count(transactions)} transactions`;
  if (failureRate > 0) return `${length} of which ${Math.round(failureRate * 100)} % fail`;
  if (sharedIdRate > 0) return `${length} that share ids`;
  return length;
}
