/** A challenge is judged by its checks, and says once what several of them have found. */

import { describe, expect, test } from 'vitest';

import type { CheckResult } from '#playground/record.ts';
import { challengeState } from './challenge-state.ts';

const failure = { kind: 'runtime', what: { type: 'broken', text: 'Error: no end' } } as const;
const thrown = (id: string): CheckResult => ({
  id,
  passed: false,
  message: { type: 'program failed', failure },
});

describe('a challenge', () => {
  test('is passed when every check is, and says which fix it recognised', () => {
    const checks: CheckResult[] = [
      { id: 'no-leak', passed: true, message: { type: 'nothing grows', runs: [] } },
    ];
    expect(challengeState({ checks, fix: 'one logger for all.' })).toEqual({
      isPassed: true,
      passed: 1,
      all: 1,
      findings: [],
      why: undefined,
      recognised: 'one logger for all.',
    });
  });

  test('that asks for more than the checks is not passed by them alone, and says what is too dear', () => {
    const checks: CheckResult[] = [
      { id: 'no-leak', passed: true, message: { type: 'nothing grows', runs: [] } },
    ];
    const { isPassed, passed, findings } = challengeState({ checks }, [{ name: 'turns', perTransaction: 1 }]);
    expect([isPassed, passed]).toEqual([false, 1]);
    expect(findings).toEqual([expect.stringContaining('lock 1.00 times per transaction')]);
  });

  test('says once what all checks say of a program that threw', () => {
    const state = challengeState({ checks: ['no-leak', 'once', 'order'].map(thrown), why: 'It throws.' });
    const findings = ['Not checked to the end, because the program failed: Error: no end'];
    expect(state).toMatchObject({ passed: 0, all: 3, findings, why: 'It throws.' });
  });
});
