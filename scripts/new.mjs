/** `npm run new -- scenario <id>` and `npm run new -- chapter <name> [--scenario <id>]`: writes one that passes every test, to be edited. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { newChapter } from './new-chapter.mjs';
import { newScenario } from './new-scenario.mjs';
import { UsageError } from './new-files.mjs';

/** @typedef {import('./new-files.mjs').Change} Change */

const usage = `usage: npm run new -- scenario ID
       npm run new -- chapter NAME [--scenario ID]
An ID and a NAME are words in lower case with hyphens between them, such as session-in-two-maps.`;

try {
  const { changes, next } = asked(process.argv.slice(2));
  write(changes);
  console.log(next);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}

/**
 * What a command line asks for. Throws a `UsageError` for what cannot be followed.
 * @param {string[]} args
 */
function asked(args) {
  const { values, positionals } = parsed(args);
  const [kind, name, ...others] = positionals;
  if (kind !== 'scenario' && kind !== 'chapter') {
    throw new UsageError(
      kind === undefined
        ? 'Say what to make: scenario or chapter.'
        : `There is no kind '${kind}': make a scenario or a chapter.`,
    );
  }
  if (name === undefined) throw new UsageError(`Name the new ${kind}.`);
  if (others.length > 0) throw new UsageError(`Name one ${kind}, not ${others.length + 1}.`);
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name)) {
    throw new UsageError(
      `'${name}' is no name for a ${kind}: write words in lower case with hyphens between them.`,
    );
  }
  if (kind === 'chapter') return newChapter(name, values.scenario ?? name);
  if (values.scenario !== undefined) throw new UsageError('Only a chapter takes --scenario.');
  return newScenario(name);
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { scenario: { type: 'string' } } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Writes all of it, or nothing where one of the new files is there already.
 * @param {readonly Change[]} changes
 */
function write(changes) {
  const taken = changes.find(({ file, isNew }) => isNew && existsSync(file));
  if (taken !== undefined)
    throw new UsageError(`${shown(taken.file)} is there already. Nothing was written.`);
  for (const { file, text, isNew } of changes) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: isNew ? 'wx' : 'w' });
    console.log(`${isNew ? 'new    ' : 'changed'} ${shown(file)}`);
  }
}

/** @param {string} file */
function shown(file) {
  return path.relative(process.cwd(), file).replaceAll('\\', '/');
}
