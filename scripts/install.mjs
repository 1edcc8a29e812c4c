/** Installs the project's packages where they are missing or no longer those of the lock file. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { announced, npm, root } from './command.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.leak-lab-installed');

/** Makes node_modules what package-lock.json asks for. Throws with npm's own words when that fails. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (readIfThere(stamp) === wanted) return;
  if (!isInstalledByHand()) {
    const { passed, output } = await announced('Installing packages (once, about a minute)', () =>
      npm(installCommand()),
    );
    if (!passed) throw new Error(`npm could not install the packages.\n${output}`);
  }
  writeFileSync(stamp, wanted);
}

/** Windows cannot delete a running program: under the Node in node_modules, change the folder instead of replacing it. */
function installCommand() {
  const locked = process.platform === 'win32' && process.execPath.startsWith(modules + path.sep);
  return [
    locked ? 'install' : 'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
}

/** @returns {string} what node_modules was made from, and for which machine */
function fingerprint() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/**
 * Whether somebody ran `npm install` without us: npm's own record of node_modules then holds every package of the lock file
 * that this machine needs.
 * @returns {boolean}
 */
function isInstalledByHand() {
  const record = readIfThere(path.join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const present = packagesOf(record);
  const wanted = packagesOf(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([place, { version, optional, peer }]) => {
    if (place === '' || (present[place] === undefined && (optional || peer))) return true;
    return present[place]?.version === version && existsSync(path.join(root, place));
  });
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} Lock */

/** @param {string} lock */
function packagesOf(lock) {
  return /** @type {Lock} */ (JSON.parse(lock)).packages;
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
