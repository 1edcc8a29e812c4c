/** A challenge is judged by its checks, and a known mistake is told why it fails. */

import { describe, expect, test } from 'vitest';
import { emptyResult } from '#playground/node/empty-result.ts';
import type { CheckMessage, CheckResult, RunResult } from '#playground/record.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import { challengeState } from './challenge-state.ts';

const mistakes = [{ check: 'no-leak', sign: { type: 'bytes' }, why: 'The keys stay.' }] as const;
const nothing = emptyResult({
  scenario: 'logger-per-transaction',
  program: 'mine',
  workload: shortWorkload,
  diagnostics: [],
  failure: { kind: 'runtime', what: { type: 'machine failed' } },
  sites: [],
});
/** What the check of leaks says where a class, or without its name the bytes, grow late. */
const growth = (className: string | undefined): CheckMessage => ({
  type: 'growth',
  run: shortWorkload,
  certain: true,
  className,
  reason: {
    type: 'growth',
    growth: { type: 'late', rate: 1, since: 100 },
    className,
    levels: { lowest: 0, resting: 100, peak: 100 },
  },
  also: [],
});
const run = (...checks: CheckResult[]): RunResult => ({ ...nothing, checks });

describe('a challenge', () => {
  test('is passed when every check is, and says which fix it recognised', () => {
    const passed = run({ id: 'no-leak', passed: true, message: { type: 'nothing grows', runs: [] } });
    const state = challengeState({ ...passed, fix: 'one logger for all.' }, mistakes);
    expect(state).toMatchObject({ passed: 1, all: 1, findings: [], why: undefined });
    expect(state.recognised).toBe('one logger for all.');
  });

  test('says why a known mistake fails, by check and what it has seen', () => {
    const failed = { id: 'no-leak', passed: false, message: growth(undefined) };
    expect(challengeState(run(failed), mistakes)).toMatchObject({ passed: 0, why: 'The keys stay.' });
  });

  test('says once what all checks say of a program that threw', () => {
    const failure = { kind: 'runtime', what: { type: 'broken', text: 'Error: no end' } } as const;
    const message = { type: 'program failed', failure } as const;
    const all = ['no-leak', 'once', 'order'].map((id) => ({ id, passed: false, message }));
    const findings = ['Not tried to the end, since the program failed: Error: no end'];
    expect(challengeState(run(...all), mistakes)).toMatchObject({ passed: 0, all: 3, findings });
  });

  test('says nothing of a failure that it does not know', () => {
    const failed = { id: 'no-leak', passed: false, message: growth('Logger') };
    const state = challengeState(run(failed), mistakes);
    expect(state).toMatchObject({ why: undefined, recognised: undefined });
    expect(state.findings).toEqual([expect.stringMatching(/^With 200 transactions: Logger: It grows/)]);
  });
});
