/** Installs the project's packages where they are missing or no longer those of the lock file. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { announced, npm, root, systemNodeVersion } from './command.mjs';
import { ensureNameable, ensureWritable } from './place.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.leak-lab-installed');

/** Makes node_modules what package-lock.json asks for. Throws with npm's own words when that fails. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  ensureNameable();
  ensureWritable();
  const { passed, output } = await announced('Installing packages (once, about a minute)', install);
  if (!passed) throw new Error(`npm could not install the packages.\n${output}`);
  writeFileSync(stamp, wanted);
}

/** @returns {string} what node_modules was made from, and for which machine */
function fingerprint() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/**
 * npm leaves out, in silence, optional packages that ask for a newer Node than the one it runs under, and native parts of
 * our tools are such. An old npm therefore runs under the project's Node, fetched for the purpose.
 */
function install() {
  // Windows cannot delete a running program, such as the Node in node_modules: there, the folder is changed, not replaced.
  const verb = process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci';
  const command = [
    verb,
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  if (isNewEnough(systemNodeVersion())) return npm(command);
  const fetched = ['exec', '--yes', '--loglevel=error', `--package=node@${projectNodeVersion()}`];
  return npm([...fetched, '--', 'node', 'scripts/npm-under-this-node.mjs', ...command]);
}

/**
 * Whether every package accepts this Node: nearly all that ask for anything want `^20.19.0 || >=22.12.0`.
 * @param {string} version
 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** @returns {string} */
function projectNodeVersion() {
  const manifest = /** @type {{ devDependencies: { node: string } }} */ (
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  );
  return manifest.devDependencies.node;
}
