/** The files of a zip that works at any path, from the built site. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { basePathOf, withRelativeAddresses } from './relative-page.mjs';

/** It is answered at any depth, so that no relative address in it is right: the server's own page takes its place. */
const leftOut = new Set(['404.html']);

/** @param {string} name the name of the site */
const guide = (name) => `${name}

Put this folder on any web server that serves static files, at any path. Nothing runs on the server, and no special
headers are needed. To look at it on your own machine:

    python3 -m http.server

Then open http://localhost:8000/. Opening index.html from the disk does not work: browsers refuse to run a site's
modules and workers from there.

Once it is served, open doctor/ in a browser. That page checks what the site needs from the server and from the browser,
and gives the lines of configuration for nginx, Apache and IIS.
`;

/** A zip knows no time zones, and none before 1980; one time for all files makes equal builds equal zips. */
const madeAt = new Date(1980, 0, 1);

/**
 * @param {string} folder the built site, such as `dist/`
 * @returns {{ zip: Uint8Array, count: number }} the zip, and how many files it has
 */
export function zipOf(folder) {
  const files = filesForZip(folder);
  return { zip: zipSync(files, { level: 9, mtime: madeAt }), count: Object.keys(files).length };
}

/**
 * @param {string} folder
 * @returns {Record<string, Uint8Array>} content by path, in a fixed order; paths have forward slashes
 */
function filesForZip(folder) {
  const start = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const base = basePathOf(start);
  const [, siteName = ''] = /\bproperty="og:site_name" content="([^"]*)"/.exec(start) ?? [];
  const names = namesIn(folder).filter((name) => !leftOut.has(name));
  const files = names.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    const isPage = name.endsWith('.html');
    return [name, isPage ? page(bytes, base, name) : new Uint8Array(bytes)];
  });
  return { ...Object.fromEntries(files), 'how-to-serve.txt': new TextEncoder().encode(guide(siteName)) };
}

/**
 * @param {string} folder
 * @param {string} [before] path of the folder in the whole
 * @returns {string[]} paths of all files
 */
function namesIn(folder, before = '') {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const name = before + entry.name;
      return entry.isDirectory() ? namesIn(path.join(folder, entry.name), `${name}/`) : [name];
    })
    .sort();
}

/**
 * @param {Buffer} bytes
 * @param {string} base
 * @param {string} name
 */
function page(bytes, base, name) {
  return new TextEncoder().encode(withRelativeAddresses(bytes.toString('utf8'), base, name));
}
