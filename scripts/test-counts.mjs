/** Reads what the test runners report into counts of single tests. */

import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Runs a test runner that writes a report, and counts from the report. A runner that failed outside of any test (it found
 * none, a file did not load, no report) adds one failure.
 * @param {string} file where the report goes
 * @param {() => Promise<{ passed: boolean }>} runner
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>}
 */
export async function countedFrom(file, runner, count) {
  rmSync(file, { force: true });
  const { passed } = await runner();
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const failedOutside = counts.failed === 0 && (!passed || counts.passed === 0);
  return failedOutside ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report of Vitest's JSON reporter
 * @returns {Counts}
 */
export function vitestCounts(report) {
  // A file that fails to load has no tests, and its failure is in no number.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 *   of Playwright's JSON reporter
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
