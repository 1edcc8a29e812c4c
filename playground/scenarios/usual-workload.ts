/** What a server is asked to do where a scenario has no reason to ask for something else. */

import type { Workload } from '../record.ts';

/** Ten thousand transactions without a failure, each with an id of its own. */
export const usualWorkload: Workload = {
  transactions: 10_000,
  concurrency: 16,
  seed: 7,
  failureRate: 0,
  sharedIdRate: 0,
  memoryLimit: 8 * 2 ** 20,
  samples: 100,
  collectorSeconds: 10,
};
