/** Whether the folder of the project is one that it can be installed and built in. */

import { accessSync, constants, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Characters that mean something in an address: the bundler takes what follows for no part of a file's name. */
const troublesome = /[#?]/;

/**
 * Throws a sentence, with the way out, where a path cannot be built in.
 * @param {string} [folder]
 */
export function ensureNameable(folder = here) {
  const [sign] = troublesome.exec(folder) ?? [];
  if (sign === undefined) return;
  throw new Error(
    `The site cannot be built in a folder whose path has a “${sign}” in it: ${folder}\nMove or rename it, and try again.`,
  );
}

/**
 * Throws a sentence, with the way out, where nothing can be written.
 * @param {string} [folder]
 */
export function ensureWritable(folder = here) {
  const probe = path.join(folder, '.leak-lab-probe');
  try {
    accessSync(folder, constants.W_OK);
    // Access rights do not tell of a disk that is mounted read-only, or full.
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The site must be installed and built first, and nothing can be written in ${folder} (${why}).\nCopy the project to a folder of yours, and try again there.`,
    );
  }
}
