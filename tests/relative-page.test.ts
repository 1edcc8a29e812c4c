/** A built page, moved: its addresses follow, its text and its scripts stay as they were. */

import { expect, test } from 'vitest';

import { basePathOf, withRelativeAddresses } from '../scripts/relative-page.mjs';

const page = (head: string, body = ''): string => `<head>${head}</head><body>${body}</body>`;

test('addresses below the base are relative to the page', () => {
  const html = page('<link rel="stylesheet" href="/lab/_astro/a.css">', '<a href="/lab/">Start</a>');
  const moved = withRelativeAddresses(html, '/lab/', 'course/x/index.html');
  expect(moved).toBe(page('<link rel="stylesheet" href="../../_astro/a.css">', '<a href="../../">Start</a>'));
});

test('in the folder itself they begin with a dot, as modules must', () => {
  const html = page('', '<astro-island component-url="/_astro/a.js"></astro-island>');
  expect(withRelativeAddresses(html, '/', 'index.html')).toContain('component-url="./_astro/a.js"');
});

test.each([
  '<a href="https://example.org/">There</a>',
  '<a href="#here">Here</a>',
  '<a href="../x/">Beside</a>',
  '<p title="1 &lt; 2">the text href="/x"</p>',
  '<script>const link = \'<a href="/x">\';</script>',
  '<!-- <a href="/x"> -->',
])('all else stays: %s', (body) => {
  expect(withRelativeAddresses(page('', body), '/', 'a/index.html')).toBe(page('', body));
});

test('an address where none is expected is an error, and so is one in the props of an island', () => {
  const lost = '<p data-other="/course/x/"></p>';
  expect(() => withRelativeAddresses(page('', lost), '/', 'a/index.html')).toThrow('data-other');
  const props = '<astro-island props="{&quot;page&quot;:[0,&quot;/course/x/&quot;]}"></astro-island>';
  expect(() => withRelativeAddresses(page('', props), '/', 'a/index.html')).toThrow('props');
});

test('a page says where it was built to be', () => {
  expect(basePathOf('<site-search class="x" data-base="/lab/">')).toBe('/lab/');
  expect(() => basePathOf('<p>')).toThrow();
});
