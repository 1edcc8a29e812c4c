/** Whoever makes the site their own edits one file: its name stands nowhere else, and what it names is there. */

import { existsSync, globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { sourceUrl } from '#src/build/source-url.ts';
import { site } from './site.ts';

/** All that readers get to see is made of these. Tests may name what they like. */
const sources = globSync([
  '{content,src,playground}/**/*.{ts,tsx,astro,mdx,css,json}',
  'public/*.{svg,cpp,mjs}',
  'scripts/**/*.{mjs,txt}',
  'astro.config.mjs',
]).filter((file) => !/\.test\.tsx?$/.test(file) && file.replaceAll('\\', '/') !== 'src/site.ts');

test('the name of the site is typed in one file', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((file) => readFileSync(file, 'utf8').includes(site.name))).toEqual([]);
});

test('so are its description and its pictures, and the pictures are there', () => {
  const pictures = [site.favicon, site.socialImage.file, ...(site.logo ? [site.logo] : [])];
  expect(pictures.filter((file) => !existsSync(`public${file}`))).toEqual([]);
  for (const own of [site.description, site.socialImage.alt, ...pictures])
    expect(sources.filter((file) => readFileSync(file, 'utf8').includes(`'${own}'`))).toEqual([]);
});

test('a build that is told where its sources are believes that first', () => {
  const workflow = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'us/site' };
  expect(sourceUrl({ SOURCE_URL: 'https://told.example', ...workflow })).toBe('https://told.example');
  expect(sourceUrl(workflow)).toBe(site.links.source ?? 'https://git.example/us/site');
});
