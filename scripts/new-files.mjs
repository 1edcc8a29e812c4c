/** What a new scenario and a new chapter are made of: templates with their gaps filled, and a line in a list. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './command.mjs';

/** Something on the command line that cannot be followed. */
export class UsageError extends Error {}

/**
 * A file to write.
 * @typedef {object} Change
 * @property {string} file its path
 * @property {string} text all that it will hold
 * @property {boolean} isNew false for a list that gets one line more
 */

/**
 * The path of a file of the repository.
 * @param {...string} parts
 */
export function place(...parts) {
  return path.join(root, ...parts);
}

/**
 * A new file made from a template of `scripts/new/`.
 * @param {string} template
 * @param {string} file where it goes
 * @param {Readonly<Record<string, string>>} gaps by their names: `__ID__` in the template is the gap `ID`
 * @returns {Change}
 */
export function filled(template, file, gaps) {
  const text = readFileSync(place('scripts', 'new', template), 'utf8');
  const whole = text.replace(/__([A-Z]+)__/g, (gap, /** @type {string} */ name) => gaps[name] ?? gap);
  return { file, text: whole, isNew: true };
}

/**
 * A list with one line more, after the last line of its kind. Throws where the file has no such line.
 * @param {string} file
 * @param {RegExp} kind of line, with the flags `gm`
 * @param {string} line
 * @returns {Change}
 */
export function listed(file, kind, line) {
  const text = readFileSync(file, 'utf8');
  const last = [...text.matchAll(kind)].at(-1);
  if (last === undefined) throw new Error(`${file} has no list to add to.`);
  const end = last.index + last[0].length;
  return { file, text: `${text.slice(0, end)}\n${line}${text.slice(end)}`, isNew: false };
}

/**
 * `session-in-two-maps` → `Session in two maps`.
 * @param {string} name
 */
export function titleOf(name) {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
