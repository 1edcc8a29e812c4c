import { expect, test } from 'vitest';

import { withScrollingTables } from './scrolling-tables.ts';

const label = (columns: string): string => `Table: ${columns}`;

test('a table gets a box that scrolls, takes the focus and is named by its headings', () => {
  const html =
    '<p>a</p><table><thead><tr><th></th><th align="right"><code>Cure</code> "x"</th></tr></thead></table>';
  expect(withScrollingTables(html, label)).toContain(
    '<div class="ll-table" role="region" tabindex="0" aria-label="Table: Cure &quot;x&quot;"><table>',
  );
  expect(withScrollingTables(html, label)).toMatch(/^<p>a<\/p>.*<\/table><\/div>$/);
});

test('each of several tables has its own box, and a table of a component keeps the one it has', () => {
  const own = '<div class="ll-table" tabindex="0"><table><th>B</th></table></div><table class="x"></table>';
  const html = `<table><th>A</th></table>${own}<table><th>C</th></table>`;
  const boxed = withScrollingTables(html, label);
  expect(boxed.match(/ll-table/g)).toHaveLength(3);
  expect(boxed).toContain('aria-label="Table: C"');
});

test('two tables with equal headings have names that tell them apart', () => {
  const boxed = withScrollingTables('<table><th>A</th></table><table><th>A</th></table>', label);
  expect([...boxed.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Table: A',
    'Table: A (2)',
  ]);
});
