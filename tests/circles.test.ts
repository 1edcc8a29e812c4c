/** No module needs, by whatever way, one that needs it: not even a type. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync('{playground,src}/**/*.{ts,tsx,astro}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** Modules that a file imports, types too, by their paths from the root. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(root + file, 'utf8');
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]((?:\.{1,2}|#playground|#src)\/[^'"?\n]+)/g)]
    .map(([, name = '']) =>
      name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name),
    )
    .filter((name) => existsSync(root + name));
}

test('no circle of imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(graph.size).toBeGreaterThan(300);
  expect(circles).toEqual([]);
});
