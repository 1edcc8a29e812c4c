/** A run with all that it takes to run it again, on any machine, and to see the same come out. */

import * as v from 'valibot';

const steadySchema = v.object({ stragglers: v.number(), pace: v.number() });

const workloadSchema = v.object({
  transactions: v.number(),
  concurrency: v.number(),
  seed: v.number(),
  failureRate: v.number(),
  sharedIdRate: v.number(),
  memoryLimit: v.number(),
  samples: v.number(),
  collectorSeconds: v.nullable(v.number()),
  steady: v.exactOptional(steadySchema),
});

/** What such a run looks like where it is kept. Whether its workload is within bounds, a machine says. */
export const repeatableRunSchema = v.object({
  /** The program's text, as the reader wrote it. */
  program: v.string(),
  workload: workloadSchema,
  /** What the reader stated to be known and right, beside what the scenario allows. */
  allowances: v.exactOptional(v.array(v.object({ className: v.string(), most: v.number() }))),
  /** Hash of the scenario, as `playground/node/machine-hash.ts` makes it; empty where it is not known. */
  scenarioHash: v.string(),
  /** Hash of all that judges a program, as `playground/node/machine-hash.ts` makes it. */
  machineHash: v.string(),
});

/**
 * A run that can be run again. Programs, workloads and seeds that are equal give equal results as long as both hashes are;
 * where a hash differs, the scenario or the machine has changed since, and only another run says what they make of it now.
 */
export type RepeatableRun = v.InferOutput<typeof repeatableRunSchema>;
