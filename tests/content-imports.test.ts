/** Prose names components of the site and nothing deeper: the linter reads no MDX, so this does. */

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const content = fileURLToPath(new URL('../content', import.meta.url));
const chapters = globSync('**/*.mdx', { cwd: content });

function importsOf(chapter: string): string[] {
  // Fenced code is shown to the reader, not run.
  const text = readFileSync(`${content}/${chapter}`, 'utf8').replace(/^```[^]*?^```$/gm, '');
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from\s+['"]([^'"]+)['"]/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

test('there are chapters to look at', () => {
  expect(chapters.flatMap(importsOf)).not.toEqual([]);
});

test.each(chapters)('%s imports from #src/ and from Starlight’s components only', (chapter) => {
  const deeper = importsOf(chapter).filter(
    (name) => !/^(#src\/|@astrojs\/starlight\/components$)/.test(name),
  );
  expect(deeper).toEqual([]);
});
