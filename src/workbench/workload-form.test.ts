import { expect, test } from 'vitest';

import type { Workload } from '#playground/protocol.ts';
import { en } from '#src/strings/en.ts';
import { createWorkloadForm } from './workload-form.ts';

const own: Workload = {
  transactions: 10_000,
  concurrency: 16,
  seed: 7,
  failureRate: 0,
  sharedIdRate: 0.1,
  memoryLimit: 8 * 2 ** 20,
  samples: 100,
  collectorSeconds: 10,
};
const create = () => createWorkloadForm(own, en.workbench.workload);

test('an untouched form asks for exactly the scenario’s workload', () => {
  const form = create();
  expect(form.workload.value).toEqual(own);
  expect(form.changed.value).toBe(false);
});

test('thousands may be separated, and megabytes may have fractions', () => {
  const form = create();
  form.typed.transactions.value = '250,000';
  form.typed.memoryLimit.value = '0.5';
  expect(form.workload.value).toMatchObject({ transactions: 250_000, memoryLimit: 2 ** 19 });
});

test.each(['', '0', '-5', '1.5', '1e3', '1,00', '2000000', 'many'])(
  '%j transactions get a sentence',
  (typed) => {
    const form = create();
    form.typed.transactions.value = typed;
    expect(form.problems.value.transactions).toBe('A whole number from 1 to 1,000,000, please.');
    expect(form.workload.value).toBeUndefined();
    form.restore();
    expect(form.workload.value).toEqual(own);
  },
);
