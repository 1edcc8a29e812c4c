/** `npm test`: installs what is missing, runs every step whatever became of the others, and counts what passed and failed. */

import { ensureInstalled } from './install.mjs';
import { steps } from './test-steps.mjs';
import { seconds } from './command.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const broken = new Set();
/** @type {string[]} */
const failures = [];

const installed = await attempt('install', async () => {
  await ensureInstalled();
  return { passed: 0, failed: 0, skipped: 0 };
});
if (installed) {
  for (const step of steps()) {
    const missing = step.needs?.find((name) => broken.has(name));
    await attempt(step.name, async () => {
      if (missing !== undefined) throw new Error(`Not run, because this step failed: ${missing}.`);
      return await step.run();
    });
  }
}

// Last, where one looks first, and where a log that is cut short still has it.
for (const failure of failures) console.log(`\n✗ ${failure}`);
if (broken.size > 0) console.log(`\nFailed: ${[...broken].join(', ')}.`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);

/**
 * Runs one step, prints how it went and adds it to the total.
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<boolean>} whether nothing in it failed
 */
async function attempt(name, work) {
  const began = performance.now();
  if (name !== 'install') console.log(`\n── ${name}`);
  /** @type {Counts} */
  const counts = await work().catch((/** @type {unknown} */ error) => {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  failures.push(...(counts.failures ?? []));
  const passed = counts.failed === 0;
  if (!passed) broken.add(name);
  if (name !== 'install' || !passed) {
    console.log(
      `${passed ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(began)}`,
    );
  }
  return passed;
}
