/** The challenge of the four versions asks for what none of them is, and can be passed. */

import { expect, test } from 'vitest';

import { costsOf } from '#playground/scenarios/costs.ts';
import { recordedRun } from './recorded-run.ts';

test.each([
  ['leaky', ['turns', 'channels', 'objects']],
  ['fixed', ['turns']],
  ['fixed-virtual-logger', ['objects']],
  ['fixed-shared-entry', ['turns', 'channels', 'objects']],
  ['fixed-found-once', []],
] as const)(
  'of %s',
  async (program, costs) => {
    const run = await recordedRun('four-versions', program);
    expect(costsOf(run).map(({ name }) => name)).toEqual(costs);
  },
  120_000,
);

test('what is done once for all costs nothing in a short run either', async () => {
  const { locks, work, channels, workload } = await recordedRun('four-versions', 'fixed-found-once');
  const short = {
    locks,
    channels,
    work: { ...work, objects: 101 },
    workload: { ...workload, transactions: 100 },
  };
  expect(costsOf(short)).toEqual([]);
});
