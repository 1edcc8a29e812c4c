/** What failed is named at the end of `npm test`, whatever reported it: a log that is cut short keeps its end. */

import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from '../scripts/test-counts.mjs';

test('a failed unit test is named with its file and why, and so is a file that did not load', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'holds', failureMessages: [] },
    {
      status: 'failed',
      fullName: 'does not hold',
      failureMessages: ['\u001b[31mexpected 1\u001b[39m\nto be 2'],
    },
  ];
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
    ],
  };
  expect(vitestCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 0,
    failures: ['a.test.ts › does not hold\nexpected 1\nto be 2', 'b.test.ts\nCannot find module'],
  });
});

test('a failed end-to-end test is named with its file, line and why, however deep its suite', () => {
  const failed = {
    title: 'opens',
    file: 'page.spec.ts',
    line: 7,
    ok: false,
    tests: [{ results: [{ error: { message: 'Timeout' } }] }],
  };
  const report = {
    stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 0 },
    suites: [{ specs: [], suites: [{ specs: [failed, { ...failed, ok: true }] }] }],
    errors: [{ message: 'The server did not start' }],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
    failures: ['page.spec.ts:7 › opens\nTimeout', 'The server did not start'],
  });
});
