/** What waits for a time-out is bounded by time, whatever other timers a program sets. */

import { expect, test } from 'vitest';
import { createCompiler } from '../node/compiler.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { reasonOf } from '../testing/in-words.ts';
import { play } from '../testing/play.ts';
import { programWith } from '../testing/run-for-tests.ts';
import { judgeByTime } from './time-outs.ts';

const workload = {
  ...scenario.workload,
  transactions: 2_900,
  failureRate: 1,
  sharedIdRate: 0.25,
  steady: { stragglers: 7, pace: 1 },
  samples: 50,
};

/** The verdict on the bytes of what is kept for 20 s after each transaction's end, beside a brief timer for each. */
async function verdictOn(dispose: string) {
  const { compiled } = createCompiler().compile(
    programWith({
      top: 'const kept = new Map<number, Uint8Array>(); let made = 0; let soon = 0;',
      construct: 'soon++; setTimeout(() => soon--, 50);',
      dispose,
    }),
  );
  if (compiled === undefined) throw new Error('It does not compile.');
  const run = await play(scenario, compiled, workload);
  expect(run.verdict.bytes.kind).toBe('leak');
  return (await judgeByTime(run, (other) => play(scenario, compiled, other))).bytes;
}

const keep = 'const key = made++; kept.set(key, new Uint8Array(400));';

test('a time-out is told where each transaction sets a brief timer as well', async () => {
  const bytes = await verdictOn(`${keep} setTimeout(() => kept.delete(key), 20_000);`);
  expect(bytes.kind).toBe('bounded');
  expect(reasonOf(bytes)).toMatch(/let go after about (?:19|20|21|22) s: bounded by time/);
});

test('what no time-out lets go of is not', async () => {
  expect((await verdictOn(keep)).kind).toBe('leak');
});
