/** A challenge is judged by its checks, and a known mistake is told why it fails. */

import { describe, expect, it } from 'vitest';
import { emptyResult } from '#playground/node/empty-result.ts';
import type { CheckResult, RunResult } from '#playground/protocol.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import { challengeState } from './challenge-state.ts';

const mistakes = [{ check: 'no-leak', message: 'Bytes', why: 'The keys stay.' }];
const nothing = emptyResult({
  scenario: 'logger-per-transaction',
  program: 'mine',
  workload: shortWorkload,
  diagnostics: [],
  failure: { kind: 'runtime', message: '' },
  sites: [],
});
const run = (...checks: CheckResult[]): RunResult => ({ ...nothing, checks });

describe('a challenge', () => {
  it('is passed when every check is, and says which fix it recognised', () => {
    const passed = run({ id: 'no-leak', passed: true, message: 'Nothing grows.' });
    const state = challengeState({ ...passed, fix: 'one logger for all.' }, mistakes);
    expect(state).toMatchObject({ passed: 1, all: 1, findings: [], why: undefined });
    expect(state.recognised).toBe('one logger for all.');
  });

  it('says why a known mistake fails, by check and message', () => {
    const failed = { id: 'no-leak', passed: false, message: 'Bytes: they grow.' };
    expect(challengeState(run(failed), mistakes)).toMatchObject({ passed: 0, why: 'The keys stay.' });
  });

  it('says once what all checks say of a program that threw', () => {
    const message = 'Not tried to the end, since the program failed: Error: no end';
    const all = ['no-leak', 'once', 'order'].map((id) => ({ id, passed: false, message }));
    expect(challengeState(run(...all), mistakes)).toMatchObject({ passed: 0, all: 3, findings: [message] });
  });

  it('says nothing of a failure that it does not know', () => {
    const failed = { id: 'no-leak', passed: false, message: 'Logger: it grows.' };
    const state = challengeState(run(failed), mistakes);
    expect(state).toMatchObject({ findings: ['Logger: it grows.'], why: undefined, recognised: undefined });
  });
});
