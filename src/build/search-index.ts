/** Writes the search index of the built pages, and sees to it that all of it is on disk. */

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** One file of the index; paths are relative to its folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Words that are on a page and not a part of its text: what only some readers are told, controls, figures, answers, hints. */
const noText = [
  '.sr-only',
  '[aria-hidden="true"]',
  '[data-not-kept]',
  'a.ll-lines .where',
  '.ll-point-status',
  '.ll-evidence form',
  'p.line',
  'main footer',
  'nav',
  'svg',
  ...['.ll-fold > summary', '.ll-tab-row', '.ll-edit-bar', '.ll-chart-pane', '.ll-run-bar', '.ll-panels'].map(
    (part) => `.ll-playground ${part}`,
  ),
  'll-predict > :not(form)',
  'll-quiz details',
  'll-sort > details',
  // A challenge is its hints, its solution and what its checks say; beside it stands what gives it away.
  'll-challenge',
  '.ll-hint',
  'll-after-challenge',
  '.ll-walk',
];

/** Pagefind's own interfaces, and its worker: none of our pages loads them. */
const unused = /^pagefind-(?:.*ui|highlight|worker)\./;

/** Without one of each, not empty, nothing can be found. */
const neededParts = [
  /^pagefind\.js$/,
  /^pagefind-entry\.json$/,
  /^wasm\..+\.pagefind$/,
  /\.pf_meta$/,
  /\.pf_index$/,
  /\.pf_fragment$/,
];

/** Name, in the folder of the index, of the list of its parts: how a page tells "no results" from "parts are missing". */
export const partsFile = 'parts.json';

/** The files to write, with the list of parts. Throws a sentence when one is empty or one that is needed is missing. */
export function wholeIndex(files: readonly IndexFile[]): readonly IndexFile[] {
  const used = files.filter(({ path }) => !unused.test(path));
  const empty = used.find(({ content }) => content.length === 0);
  if (empty !== undefined) throw new Error(`The search index is broken: ${empty.path} is empty.`);
  for (const needed of neededParts) {
    if (!used.some(({ path }) => needed.test(path)))
      throw new Error(`The search index is broken: no file in it is like ${String(needed)}.`);
  }
  const parts = used.map(({ path }) => path).filter((path) => path.endsWith('.pf_index'));
  return [...used, { path: partsFile, content: new TextEncoder().encode(JSON.stringify(parts)) }];
}

/**
 * Takes the place of Starlight's own step, which lets Pagefind write the files and ends it at once: now and then before
 * the last are on disk, which leaves them empty.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { index } = sound(await createIndex({ excludeSelectors: noText }));
        if (index === undefined) throw new Error('Pagefind made no search index.');
        const { page_count } = sound(await index.addDirectory({ path: root }));
        const { files } = sound(await index.getFiles());
        await close();
        for (const { path, content } of wholeIndex(files)) {
          const file = join(root, 'pagefind', path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        logger.info(`${page_count} pages can be searched.`);
      },
    },
  };
}

function sound<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind failed: ${response.errors.join('; ')}`);
  return response;
}
