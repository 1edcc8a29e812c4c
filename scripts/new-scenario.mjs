/** A new scenario: a leaky program, two fixes, three wrong ones, what is asked of them, and its words. */

import { existsSync, readdirSync } from 'node:fs';

import { filled, listed, place, titleOf, UsageError } from './new-files.mjs';

const suffix = '.txt';

/**
 * What to write for a scenario of that id. Throws a `UsageError` where there is one already.
 * @param {string} id
 */
export function newScenario(id) {
  const folder = place('playground', 'scenarios', id);
  if (existsSync(folder)) throw new UsageError(`There is a scenario '${id}' already. Nothing was written.`);
  const gaps = { ID: id, TITLE: titleOf(id) };
  const files = readdirSync(place('scripts', 'new', 'scenario'))
    .filter((name) => name.endsWith(suffix))
    .map((name) => filled(`scenario/${name}`, `${folder}/${name.slice(0, -suffix.length)}`, gaps));
  const lists = /** @type {const} */ ([
    ['scenarios.ts', 'scenario.ts'],
    ['texts.ts', 'en.ts'],
  ]).map(([list, file]) =>
    listed(
      place('playground', 'scenarios', list),
      /^ {2}\S+: \(\) => import\('\.\/[\w-]+\/\w+\.ts'\),$/gm,
      `  ${keyOf(id)}: () => import('./${id}/${file}'),`,
    ),
  );
  const next = `It passes as it stands. Edit leaky.ts into your leak, then the others, and see: npm run -s lab -- ${id}`;
  return { changes: [...files, ...lists], next };
}

/**
 * An id as a name in an object, in quotes only where it needs them.
 * @param {string} id
 */
function keyOf(id) {
  return id.includes('-') ? `'${id}'` : id;
}
