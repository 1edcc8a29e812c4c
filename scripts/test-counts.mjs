/** Reads what the test runners report into counts of single tests. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [failures] what failed, each with the first lines of why
 */

/** So much of why a test failed stands in the list at the end; the whole stands where the runner printed it. */
const linesOfWhy = 12;

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
 *   testResults: { name: string, status: string, message: string,
 *     assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report of Vitest's JSON
 *   reporter
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
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message ? [`${name}\n${shortened(message)}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(
          ({ fullName, failureMessages }) =>
            `${name} › ${fullName}\n${shortened(failureMessages.join('\n'))}`,
        ),
    ]),
  };
}

/**
 * A suite of Playwright's JSON report: a file, or what stands together in one.
 * @typedef {object} Suite
 * @property {{ title: string, file: string, line: number, ok: boolean,
 *   tests: { results: { error?: { message?: string } }[] }[] }[]} specs
 * @property {Suite[]} [suites]
 */

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, suites: Suite[],
 *   errors: { message?: string }[] }} report of Playwright's JSON reporter
 * @returns {Counts}
 */
export function playwrightCounts({ stats, suites, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap(failedSpecs), ...errors.map(({ message = '' }) => shortened(message))],
  };
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedSpecs({ specs, suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''));
      return `${file}:${line} › ${title}\n${shortened(messages.join('\n'))}`;
    });
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/** @param {string} why */
function shortened(why) {
  const lines = stripVTControlCharacters(why).split('\n');
  return lines.slice(0, linesOfWhy).join('\n');
}
