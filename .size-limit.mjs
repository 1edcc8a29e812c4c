/** Budgets of what a reader's browser fetches, read off the built pages: each group only when it is wanted. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve('dist');
const chapters = readdirSync(path.join(dist, 'course')).sort();

/** Files named in a page or module: scripts, styles, islands, and what modules import at once. */
const staticReferences = [
  /<script[^>]+src="([^"]+\.js)"/g,
  /<link[^>]+rel="(?:stylesheet|modulepreload)"[^>]*href="([^"]+)"/g,
  /<link[^>]+href="([^"]+\.css)"/g,
  /(?:component|renderer)-url="([^"]+)"/g,
  /\bfrom\s*["']([^"']+\.js)["']/g,
  /\bimport\s*["']([^"']+\.js)["']/g,
];

/**
 * The file and all that comes with it without being asked for.
 * @param {string} file
 * @param {Set<string>} [seen]
 */
function withReferences(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  // What is for browsers without scripts alone is not fetched by the others.
  const text = readFileSync(file, 'utf8').replaceAll(/<noscript>[^]*?<\/noscript>/g, '');
  for (const pattern of staticReferences) {
    for (const [, reference = ''] of text.matchAll(pattern)) {
      const from = reference.startsWith('.') ? path.dirname(file) : dist;
      const found = path.join(from, reference);
      if (existsSync(found)) withReferences(found, seen);
    }
  }
  return seen;
}

/**
 * Built files whose names begin so, with what they bring along beyond `page`.
 * @param {Set<string>} page
 * @param {...string} beginnings
 */
function assets(page, ...beginnings) {
  const names = readdirSync(path.join(dist, '_astro'));
  const files = beginnings.flatMap((beginning) => {
    const found = names.filter((name) => name.startsWith(beginning));
    if (found.length === 0) throw new Error(`No built file begins with ${beginning}; has it been renamed?`);
    return found.map((name) => path.join(dist, '_astro', name));
  });
  const all = files.flatMap((file) => (/\.(?:js|css)$/.test(file) ? [...withReferences(file)] : [file]));
  return [...new Set(all)].filter((file) => !page.has(file));
}

const pages = chapters.map((slug) => ({
  slug,
  files: withReferences(path.join(dist, 'course', slug, 'index.html')),
}));
const embedded = withReferences(path.join(dist, 'embed', 'logger-per-transaction', 'index.html'));
const page = new Set(pages.flatMap(({ files }) => [...files]));
const machineModules = readdirSync(path.join(dist, 'lab'))
  .filter((name) => name.startsWith('guest.'))
  .map((name) => path.join(dist, 'lab', name));
/** @param {readonly string[]} files */
const named = (files) => files.map((file) => path.relative('.', file));

export default [
  ...pages.map(({ slug, files }) => ({
    name: `page ${slug}`,
    path: named([...files]),
    limit: '100 kB',
    gzip: true,
  })),
  { name: 'embedded playground', path: named([...embedded]), limit: '100 kB', gzip: true },
  {
    name: 'machine',
    path: named([...assets(page, 'quickjs.', 'web-worker'), ...machineModules]),
    limit: '345 kB',
    gzip: true,
  },
  { name: 'Chart.js', path: named(assets(page, 'live-chart.')), limit: '62 kB', gzip: true },
  {
    name: 'Monaco',
    path: named(
      assets(
        page,
        'code-editor.',
        'editor.api.',
        'editor-worker',
        'program-worker',
        'codicon.',
        'tsMode.',
        'typescript.',
      ),
    ),
    limit: '2.2 MB',
    gzip: true,
  },
];
