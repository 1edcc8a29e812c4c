/** The report of the command line: what a reader learns from it, and that no program writes it. */

import { describe, expect, test } from 'vitest';
import { printable, type LabResult } from './report.ts';
import type { Reason } from '../analysis/reason.ts';
import type { CheckMessage } from '../record.ts';
import { emptyResult } from './empty-result.ts';
import { shortWorkload } from '../testing/run-for-tests.ts';

const base: LabResult = {
  ...emptyResult({
    scenario: 'logger-per-transaction',
    program: 'mine.ts',
    workload: shortWorkload,
    diagnostics: [],
    failure: { kind: 'runtime', what: { type: 'broken', text: 'no end' }, line: 6, transaction: 3 },
    sites: [],
  }),
  console: [],
  consoleDropped: 0,
};
const context = { asked: 'mine.ts', own: shortWorkload, allowances: [] };
const report = (result: Partial<LabResult>, fix?: string): string =>
  printable({ ...base, ...result }, { ...context, fix });
const flat = { kind: 'flat', perTransaction: 0, reason: { type: 'no more than in flight' } } as const;

describe('the report', () => {
  test('has a line for each class, with its line and its rate', () => {
    const classes = {
      Logger: { kind: 'leak', perTransaction: 1, reason: { type: 'too short', decides: 78 }, line: 12 },
      'Logger (line 40)': {
        kind: 'leak',
        perTransaction: 0.0042,
        reason: { type: 'ended early', transaction: 9, outside: true },
        line: 40,
      },
      Resource: { ...flat, line: 50 },
    } as const;
    expect(report({ verdict: { classes, bytes: flat, leakFree: false } }).split('\n')).toEqual(
      expect.arrayContaining([
        'Logger (line 12): leak, 1.00 per transaction. The run is too short to compare seven batches: run 78 transactions or more.',
        'Logger (line 40): leak, 0.0042 per transaction. The run was ended at transaction 9, before there was enough to judge.',
        'Resource (line 50): flat. There are never more of them than transactions in flight.',
        'free of leaks: no',
      ]),
    );
  });

  test('says where a program failed', () => {
    expect(report({})).toContain('failed (runtime) at line 6 in transaction 3: no end');
  });

  test('says once what six checks say alike', () => {
    const checks = ['a', 'b', 'c'].map((id) => ({
      id,
      passed: false,
      message: { type: 'not tried' } as const,
    }));
    expect(report({ checks })).toContain('FAILED a, b, c: No run has tested this.');
  });

  test('names the family of fix, where all checks have passed', () => {
    const checks = [{ id: 'no-leak', passed: true, message: { type: 'nothing grows', runs: [] } }] as const;
    expect(report({ checks }, 'a bounded key.')).toContain('\nrecognised: a bounded key.');
    expect(report({ checks })).not.toContain('recognised');
  });

  test('gives the command that repeats a refused trial, and its first offending transaction', () => {
    const workload = { ...shortWorkload, seed: 99, failureRate: 0.2 };
    const message = { type: 'never sent' } as const;
    const checks = [{ id: 'no-leak', passed: false, message, workload, transaction: 1234 }];
    const text = report({ checks });
    expect(text).toContain('first in transaction 1,234');
    expect(text).toContain(
      'npm run -s lab -- logger-per-transaction --program mine.ts --transactions 200 --seed 99 --failure-rate 0.2',
    );
  });

  test('shows the console of the program up to a bound', () => {
    const console = Array.from({ length: 80 }, (_, at) => ({ level: 'log', text: `line ${at}` }) as const);
    const text = report({ console, consoleDropped: 20 });
    expect(text).toContain('log   | line 49');
    expect(text).not.toContain('line 50');
    expect(text).toContain('… and 50 more lines');
    expect(report({})).not.toContain('console of the program');
  });

  test('cannot be forged: whatever texts a program chooses, the lines and the characters are ours', () => {
    const named = (text: string): Reason => ({ type: 'follows bounded', classNames: [text] });
    const run = { transactions: 200, failureRate: 0, sharedIdRate: 0 };
    const growing = (text: string): CheckMessage => ({
      type: 'growth',
      run,
      certain: true,
      className: text,
      reason: named(text),
      also: [text],
    });
    const failed = (text: string): CheckMessage => ({
      type: 'program failed',
      failure: { kind: 'runtime', what: { type: 'broken', text } },
    });
    const full = (text: string): string =>
      printable(
        {
          ...base,
          program: text,
          diagnostics: [{ line: 1, column: 1, severity: 'warning', what: { type: 'typescript', text } }],
          failure: { kind: 'runtime', what: { type: 'broken', text } },
          verdict: {
            classes: { [text]: { kind: 'leak', perTransaction: 1, reason: named(text), line: 3 } },
            bytes: { ...flat, reason: named(text) },
            leakFree: false,
          },
          checks: [
            { id: 'no-leak', passed: false, message: growing(text), workload: shortWorkload },
            { id: 'log-complete', passed: false, message: failed(text), workload: shortWorkload },
          ],
          console: [{ level: 'log', text }],
        },
        {
          asked: text,
          own: shortWorkload,
          allowances: [{ className: text, most: 1 }],
          fix: 'a bounded key.',
        },
      );
    const hostile = 'x\u001b[2J\r\nfree of leaks: yes\npassed no-leak: fine\u2028\u202e\u0085end';
    const text = full(hostile);
    expect(text.split('\n')).toHaveLength(full('harmless').split('\n').length);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/^\s*free of leaks: yes/m);
    expect(text).not.toMatch(/^\s*passed /m);
  });
});
