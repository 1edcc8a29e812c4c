/** The zip of a built site: its pages can be put anywhere, it says how to serve it, and equal builds give equal zips. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { zipOf } from '../scripts/zip-files.mjs';

const site = {
  'index.html':
    '<meta property="og:site_name" content="Our leaks"/><site-search data-base="/lab/"></site-search><a href="/lab/course/x/">First</a>',
  'course/x/index.html': '<link rel="stylesheet" href="/lab/_astro/a.css"><a href="/lab/">Start</a>',
  '404.html': '<a href="/lab/">Start</a>',
  '_astro/a.css': 'a { background: url(/lab/not-a-page) }',
};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'leak-lab-zip-'));
  for (const [name, text] of Object.entries(site)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const unzipped = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(zipOf(folder).zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));

test('pages name each other from where they are, and other files stay as they were built', () => {
  const files = unzipped();
  expect(files.get('index.html')).toContain('href="./course/x/"');
  expect(files.get('course/x/index.html')).toContain('href="../../_astro/a.css"');
  expect(files.get('course/x/index.html')).toContain('href="../../"');
  expect(files.get('_astro/a.css')).toBe(site['_astro/a.css']);
});

test('a missing page is left to the server, and a text says how to serve the rest', () => {
  const files = unzipped();
  expect(files.has('404.html')).toBe(false);
  expect(files.get('how-to-serve.txt')).toMatch(/^Our leaks\n[^]*no special\nheaders are needed/);
  expect(zipOf(folder).count).toBe(files.size);
});

test('equal builds give equal zips, whenever they are made', () => {
  const { zip } = zipOf(folder);
  writeFileSync(path.join(folder, 'index.html'), site['index.html']);
  expect(zipOf(folder).zip).toEqual(zip);
});
