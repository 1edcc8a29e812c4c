/** `npm run check`: what tells within about a minute whether a change is worth a whole `npm test`. */

import { run, tool, toolEnvironment } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { steps } from './test-steps.mjs';

/** Of the tests of what has changed, those that judge hundreds of programs are left to `npm test`. */
const long = ['**/fuzz.test.ts', '**/torn-sources.test.ts', '**/judgement.test.ts', '**/bad-input.test.ts'];
const projects = ['playground', 'site', 'project'];

await ensureInstalled();
const quick = steps().filter(({ name }) => name.startsWith('types of') || name === 'lint');
for (const { name, run: check } of quick) {
  const { failed } = await check();
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}`);
  if (failed > 0) process.exitCode = 1;
}
const options = [
  ...projects.flatMap((name) => ['--project', name]),
  ...long.flatMap((pattern) => ['--exclude', pattern]),
];
const { passed } = await run(tool('vitest', ['run', '--changed', '--passWithNoTests', ...options]), {
  env: toolEnvironment(),
});
if (!passed) process.exitCode = 1;
