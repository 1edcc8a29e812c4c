/** `npm run check`: what tells within about a minute whether a change is worth a whole `npm test`. */

import { run, tool, toolEnvironment } from './command.mjs';
import { ensureInstalled } from './install.mjs';

const projects = [
  'tsconfig.json',
  'playground/tsconfig.json',
  'playground/guest/tsconfig.json',
  'playground/tsconfig.node.json',
  'playground/scenarios/tsconfig.json',
  'scripts/tsconfig.json',
];
/** Of the tests of what has changed, those that judge many programs are left to `npm test`. */
const long = ['fuzz', 'torn-sources', 'judgement', 'bad-input', 'cli', 'compilation'];

const lint = ['.', '--max-warnings=0', '--cache', '--cache-location=node_modules/.cache/eslint/'];
const tests = [
  ...['run', '--changed', '--passWithNoTests'],
  ...['playground', 'site', 'project'].flatMap((name) => ['--project', name]),
  ...long.flatMap((name) => ['--exclude', `**/${name}.test.ts`]),
];

await ensureInstalled();
await Promise.all([
  types(),
  checked('lint', tool('eslint', lint)),
  checked('lint of style sheets', tool('stylelint', ['src/**/*.css'])),
]);
await checked('unit tests of what has changed', tool('vitest', tests));

async function types() {
  for (const project of projects)
    await checked(`types, ${project}`, tool('typescript', ['--project', project, '--noEmit'], 'tsc'));
}

/**
 * Runs a tool and says how it went; what it printed only if it failed.
 * @param {string} name
 * @param {string[]} command
 */
async function checked(name, command) {
  const { passed, output } = await run(command, { env: toolEnvironment(), quiet: true });
  console.log(passed ? `✓ ${name}` : `${output.trimEnd()}\n✗ ${name}`);
  if (!passed) process.exitCode = 1;
}
