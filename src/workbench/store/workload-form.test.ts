import { expect, test } from 'vitest';

import type { Workload } from '#playground/record.ts';
import { findScenario, scenarioIds } from '#playground/scenarios/scenarios.ts';
import { usualWorkload } from '#playground/scenarios/usual-workload.ts';
import { createWorkloadForm } from './workload-form.ts';
import { workloadSummary } from './workload-summary.ts';

const own: Workload = { ...usualWorkload, sharedIdRate: 0.1 };
const create = (start = own) => createWorkloadForm(start);

test('an untouched form asks for exactly the scenario’s workload', () => {
  const form = create();
  expect(form.workload.value).toEqual(own);
  expect(form.changed.value).toBe(false);
});

test('thousands may be separated, and mebibytes may have fractions', () => {
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
    expect(form.problems.value.transactions).toBe('Enter a whole number from 1 to 1,000,000.');
    expect(form.workload.value).toBeUndefined();
    form.restore();
    expect(form.workload.value).toEqual(own);
  },
);

test('the collector can be switched off, on again and back to the scenario’s own', () => {
  const form = create();
  form.typed.collectorSeconds.value = ' ';
  expect(form.workload.value).toEqual({ ...own, collectorSeconds: null });
  form.typed.collectorSeconds.value = '3,600';
  expect(form.workload.value).toEqual({ ...own, collectorSeconds: 3600 });
  form.restore();
  expect(form.workload.value).toEqual(own);
});

test('a scenario without a collector starts with an empty field, and can be given one', () => {
  const without = { ...own, collectorSeconds: null };
  const form = create(without);
  expect(form.typed.collectorSeconds.value).toBe('');
  expect(form.workload.value).toEqual(without);
  form.typed.collectorSeconds.value = '10';
  expect(form.workload.value).toEqual(own);
  expect(form.changed.value).toBe(true);
  form.restore();
  expect(form.workload.value).toEqual(without);
});

test.each(['0', '0.05', '86,401', 'never'])('%j seconds between collections get a sentence', (typed) => {
  const form = create();
  form.typed.collectorSeconds.value = typed;
  expect(form.problems.value.collectorSeconds).toBe(
    'Enter a number from 0.1 to 86400, or leave the field empty for never.',
  );
  expect(form.workload.value).toBeUndefined();
});

test('the share that reuses an id goes from 0 to 1, and back to the scenario’s own', () => {
  const form = create();
  form.typed.sharedIdRate.value = '0.25';
  expect(form.workload.value).toEqual({ ...own, sharedIdRate: 0.25 });
  for (const typed of ['', '1.01', '20 %']) {
    form.typed.sharedIdRate.value = typed;
    expect(form.problems.value).toEqual({ sharedIdRate: 'Enter a number from 0 to 1.' });
  }
  form.restore();
  expect(form.workload.value).toEqual(own);
});

test('a server can be made never idle, and idle again', () => {
  const form = create();
  expect(form.typed.stragglers.value).toBe('');
  form.typed.stragglers.value = '8';
  expect(form.workload.value).toEqual({ ...own, steady: { stragglers: 8, pace: 1 } });
  form.typed.pace.value = '50';
  expect(form.workload.value).toEqual({ ...own, steady: { stragglers: 8, pace: 50 } });
  form.typed.stragglers.value = '65';
  expect(form.problems.value.stragglers).toBe(
    'Enter a whole number from 1 to 64, or leave the field empty for none.',
  );
  form.restore();
  expect(form.workload.value).toEqual(own);
});

const trial: Workload = {
  ...own,
  transactions: 4001,
  seed: 4_000_000_007,
  failureRate: 1 / 3,
  collectorSeconds: null,
  steady: { stragglers: 3, pace: 100 },
};

test('a trial is run exactly, is called a trial until a field changes, and has a way back', () => {
  const form = create();
  form.takeTrial(trial);
  expect(form.workload.value).toEqual(trial);
  expect(form.isTrial.value).toBe(true);
  expect(form.changed.value).toBe(true);
  form.typed.seed.value = '8';
  expect(form.workload.value).toEqual({ ...trial, seed: 8 });
  expect(form.isTrial.value).toBe(false);
  form.takeTrial(trial);
  form.restore();
  expect(form.workload.value).toEqual(own);
  expect(form.isTrial.value).toBe(false);
});

test('what is known and right is read, or gets a sentence', () => {
  const form = create();
  expect(form.allowances.value).toEqual([]);
  form.known.value = '1,000 Entry, 2 Image';
  expect(form.allowances.value).toEqual([
    { className: 'Entry', most: 1000 },
    { className: 'Image', most: 2 },
  ]);
  form.known.value = 'a few Entry';
  expect(form.allowances.value).toBeUndefined();
  expect(form.knownProblem.value).toContain('cannot be read');
});

test('the summary names failures and a steady load where the scenario has none', () => {
  const usual = '4,001 transactions · 16 in flight · seed 4000000007 · 8 MiB';
  expect(workloadSummary(trial, own)).toBe(
    `${usual} · 33.3 % fail · no collection · steady load, 3 stragglers, 100 times as slow`,
  );
  expect(workloadSummary(own, { ...own, steady: { stragglers: 3, pace: 1 } })).toContain('no steady load');
});

test('the summary names reused ids and the collector only where they are not the scenario’s own', () => {
  const usual = '10,000 transactions · 16 in flight · seed 7 · 8 MiB';
  expect(workloadSummary(own, own)).toBe(usual);
  const other = { ...own, sharedIdRate: 0.07, collectorSeconds: null };
  expect(workloadSummary(other, own)).toBe(`${usual} · 7 % reuse an id · no collection`);
  expect(workloadSummary(own, other)).toBe(`${usual} · 10 % reuse an id · a collection every 10 s`);
});

test.each(scenarioIds)('the workload of %s can be run as it stands', async (id) => {
  const workload = (await findScenario(id))?.workload ?? own;
  const form = create(workload);
  expect(form.problems.value).toEqual({});
  expect(form.workload.value).toEqual(workload);
});
