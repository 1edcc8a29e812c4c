/** A line of prose that begins with a tag ends its paragraph there, in MDX: a sentence would be torn in two. */

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const content = fileURLToPath(new URL('../content', import.meta.url));
const inline = /^\s*<\/?(?:Lines|Measured|RepositoryFile|Source)\b.*$/gm;

test.each(globSync('**/*.mdx', { cwd: content }))('%s tears no sentence', (chapter) => {
  expect(readFileSync(`${content}/${chapter}`, 'utf8').match(inline) ?? []).toEqual([]);
});
