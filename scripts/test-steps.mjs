/** The steps of `npm test`, in order: what each runs and how it is counted. */

import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { root, run, tool, toolEnvironment } from './command.mjs';
import { freePort } from './port.mjs';
import { countedFrom, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Counts>} run throws a sentence when it cannot even begin
 * @property {string[]} [needs] names of steps without which this one has nothing to look at
 */

const results = path.join(root, 'test-results');
const firstTestPort = 4330;

/** @returns {Step[]} */
export function steps() {
  return [
    { name: 'format', run: () => checked('prettier', ['--check', '--log-level=warn', '.']) },
    // The first of these generates the types of the content, which others need.
    { name: 'types of pages', run: () => checked('astro', ['check']) },
    { name: 'types of the site', run: () => types('tsconfig.json') },
    { name: 'types of the machine', run: () => types('playground/tsconfig.json') },
    { name: 'types of what runs inside QuickJS', run: () => types('playground/guest/tsconfig.json') },
    { name: 'types of the machine under Node', run: () => types('playground/tsconfig.node.json') },
    { name: 'types of the programs', run: () => types('playground/scenarios/tsconfig.json') },
    { name: 'types of the scripts', run: () => types('scripts/tsconfig.json') },
    { name: 'lint', run: () => checked('eslint', ['.', '--max-warnings=0']) },
    { name: 'lint of style sheets', run: () => checked('stylelint', ['src/**/*.css']) },
    { name: 'unit and contract tests', run: unitTests },
    { name: 'build', run: async () => judged(await build({ BASE_PATH: '', SITE_URL: '', SOURCE_URL: '' })) },
    { name: 'build in the pseudo-language', run: pseudoBuild },
    { name: 'end-to-end tests', run: endToEndTests, needs: ['build'] },
    { name: 'budgets', run: () => checked('size-limit', []), needs: ['build'] },
  ];
}

/** @param {string} project */
function types(project) {
  return checked('typescript', ['--project', project, '--noEmit'], 'tsc');
}

/**
 * @param {string} packageName
 * @param {string[]} args
 * @param {string} [name] of the tool, where it is not the package's
 * @returns {Promise<Counts>} one passed or one failed, after printing why
 */
async function checked(packageName, args, name) {
  return judged(await run(tool(packageName, args, name), { env: toolEnvironment(), quiet: true }));
}

/** @param {import('./command.mjs').Outcome} outcome */
function judged({ passed, output }) {
  if (!passed) console.log(output.trimEnd());
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function unitTests() {
  const report = path.join(results, 'vitest.json');
  const command = tool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return countedFrom(report, () => run(command, { env: toolEnvironment() }), vitestCounts);
}

/** The same site in English made strange, beside `dist/`, for the tests that look for words from elsewhere. */
async function pseudoBuild() {
  const env = toolEnvironment({ BASE_PATH: '', SITE_URL: '', SOURCE_URL: '', PSEUDO_LANGUAGE: '1' });
  return judged(await run(tool('astro', ['build']), { env, quiet: true }));
}

async function endToEndTests() {
  const report = path.join(results, 'playwright.json');
  const port = await freePort(firstTestPort);
  const env = toolEnvironment({
    BASE_PATH: '',
    CHROMIUM_PATH: await ensureBrowser(),
    TEST_PORT: String(port),
    PSEUDO_PORT: String(await freePort(port + 1)),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const command = tool('@playwright/test', ['test', '--reporter=list,json'], 'playwright');
  return countedFrom(report, () => run(command, { env }), playwrightCounts);
}
