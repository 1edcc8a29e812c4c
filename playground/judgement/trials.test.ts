/** Trials that follow from the program: nobody can prepare for them, and equal programs have equal ones. */

import { expect, test } from 'vitest';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { leastLength, planTrials } from './trials.ts';

const work = { objects: 0, bytes: 0, sinkCalls: 0, ticks: 800 };
const main = {
  workload: scenario.workload,
  work,
  samples: [],
  usesCollector: false,
  asksForTime: false,
  timersFired: 0,
  leaks: false,
  hasLargeCache: false,
};

test('tries a busy server, shared ids, failures only, a slow day and a long run', () => {
  const trials = planTrials(scenario, 'code', main);
  expect(trials.map(({ purpose }) => purpose)).toEqual([
    'busy',
    'shared ids',
    'failures only',
    'slow day',
    'long',
  ]);
  expect(trials.filter(({ workload }) => workload.steady !== undefined)).toHaveLength(4);
  expect(trials.reduce((sum, { workload }) => sum + workload.transactions, 0)).toBeLessThan(16_000);
  expect(trials.at(-1)?.workload.transactions).toBeGreaterThan(scenario.workload.transactions);
});

test.each([
  ['uses the collector', 'code', true],
  ['may use it only where something fails', 'new FinalizationRegistry(close)', false],
])('tries a program that %s where there is none', (_, code, usesCollector) => {
  const trials = planTrials(scenario, code, { ...main, usesCollector });
  expect(trials).toContainEqual(
    expect.objectContaining({
      purpose: 'finalizers',
      workload: expect.objectContaining({ collectorSeconds: null }) as unknown,
    }),
  );
});

test('draws the same for equal programs and workloads, and something else for any other', () => {
  const planned = (code: string, seed = 7) =>
    JSON.stringify(planTrials(scenario, code, { ...main, workload: { ...main.workload, seed } }));
  expect(planned('code')).toBe(planned('code'));
  expect(planned('code')).not.toBe(planned('code '));
  expect(planned('code')).not.toBe(planned('code', 8));
});

test('is shorter where each transaction costs much, and never too short to judge', () => {
  const heavy = {
    ...main,
    work: { ...work, ticks: 2_000 },
    workload: { ...main.workload, transactions: 100 },
  };
  const trials = planTrials(scenario, 'code', heavy);
  for (const { workload } of trials) {
    expect(workload.transactions).toBeLessThanOrEqual(leastLength(workload));
    expect(workload.transactions).toBeGreaterThanOrEqual(64);
  }
});
