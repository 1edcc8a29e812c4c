import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { usualWorkload } from '#playground/scenarios/usual-workload.ts';
import type { Sample } from '#playground/record.ts';
import { createQuietTime } from './quiet-time.ts';
import type { Phase, StartedRun } from './runs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sample: Sample = { transactions: 1, virtualMs: 0, inFlight: 1, bytes: 0, live: {}, created: {} };
const request: StartedRun['request'] = {
  scenario: 'any',
  program: 'mine',
  compiled: { code: '', map: '', sites: [] },
  diagnostics: [],
  workload: usualWorkload,
  checks: true,
};
const begun: StartedRun = {
  program: 'mine',
  request,
  source: '',
  workload: usualWorkload,
  allowances: [],
  given: false,
  samples: [],
  done: 0,
};

function start() {
  const phase = signal<Phase>('running');
  const current = signal<StartedRun | undefined>(begun);
  return { phase, current, quiet: createQuietTime({ phase, current }) };
}

test('a run that brings no sample is said to be still working, every ten seconds', () => {
  const { quiet } = start();
  vi.advanceTimersByTime(9_900);
  expect(quiet.value).toBe(0);
  vi.advanceTimersByTime(100);
  expect(quiet.value).toBe(10);
  vi.advanceTimersByTime(10_000);
  expect(quiet.value).toBe(20);
});

test('a sample begins the wait anew, and nobody waits for a run that has ended', () => {
  const { quiet, current, phase } = start();
  vi.advanceTimersByTime(10_000);
  current.value = { ...begun, samples: [sample] };
  expect(quiet.value).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(quiet.value).toBe(10);
  phase.value = 'stopped';
  vi.advanceTimersByTime(60_000);
  expect(quiet.value).toBe(0);
});
