/** Builds the site, and knows whether what was built is still that of the sources. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { announced, root, run, tool, toolEnvironment } from './command.mjs';
import { ensureNameable, ensureWritable } from './place.mjs';

const page = path.join(root, 'dist', 'index.html');
const stamp = path.join(root, 'node_modules', '.cache', 'leak-lab', 'built');

/** What a build reads, from the root. */
const sources = [
  'content',
  'playground',
  'public',
  'src',
  'LICENSE',
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

/**
 * Builds `dist/`. Throws a sentence where that is not possible.
 * @param {Record<string, string>} [environment] variables for the build, over those of this process
 * @returns {Promise<import('./command.mjs').Outcome>}
 */
export async function build(environment = {}) {
  ensureNameable();
  const before = fingerprint(environment);
  const outcome = await run(tool('astro', ['build']), { env: toolEnvironment(environment), quiet: true });
  if (outcome.passed) {
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, `${before} ${builtAt()}`);
  }
  return outcome;
}

/** Builds `dist/` where it is stale, and says so. Throws a sentence where that is not possible. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  ensureNameable();
  ensureWritable();
  const { passed, output } = await announced('Building the site', () => build());
  if (!passed) throw new Error(`The site could not be built.\n${output}`);
}

/** @returns {boolean} whether `dist/` is what a build would make now */
export function isBuilt() {
  if (!existsSync(page) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === `${fingerprint({})} ${builtAt()}`;
}

/** Tells a `dist/` of ours from one that was built by other means since. */
function builtAt() {
  return statSync(page, { throwIfNoEntry: false })?.mtimeMs;
}

/** @param {Record<string, string>} environment */
function fingerprint(environment) {
  const hash = createHash('sha256');
  const variables = { ...process.env, ...environment };
  for (const name of ['BASE_PATH', 'SITE_URL', 'SOURCE_URL']) hash.update(`${variables[name] ?? ''}\0`);
  for (const source of sources) {
    for (const file of filesIn(path.join(root, source))) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} place file or folder
 * @returns {string[]} its files, in a fixed order, without the tests
 */
function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return place.endsWith('.test.ts') ? [] : [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}
