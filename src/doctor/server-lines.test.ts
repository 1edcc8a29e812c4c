/** The lines for servers: the same in the README as on the page, and asking for no more than the site needs. */

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { serverLines } from './server-lines.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const inReadme = new Set(readme.split('\n').map((line) => line.trim()));
/** Where it hosts a folder of its own, nginx is told the folder as well. */
const withFolder = (line: string): string =>
  line.replace('application/wasm; }', 'application/wasm; root /srv; }');

test.each(['machineType', 'searchFiles', 'compression', 'caching'] as const)(
  'the README has the lines for %s',
  (ask) => {
    const lines = Object.values(serverLines[ask]).flatMap((block) => block.split('\n'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.map((line) => withFolder(line.trim())).filter((line) => !inReadme.has(line))).toEqual([]);
  },
);

test('the policy goes into the quotes of every server', () => {
  for (const lines of Object.values(serverLines.policy)) {
    expect(lines).toContain("'wasm-unsafe-eval'");
    expect(lines.match(/"default-src[^"]*"/g)).toHaveLength(1);
  }
});
