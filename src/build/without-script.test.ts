/** Without JavaScript a page is as light as the system asks for, in the colours that it has with it. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { sheetWithoutScript } from './without-script.ts';

const roles = readFileSync(new URL('../theme/colours.css', import.meta.url), 'utf8');

test('each colour of the light theme is there', () => {
  const light = /:root\[data-theme='light'\] \{([^}]*)\}/.exec(roles)?.[1] ?? '';
  const sheet = sheetWithoutScript([roles]);
  const colours = light.match(/--ll-[\w-]+: [^;]+;/g) ?? [];
  expect(colours.length).toBeGreaterThan(10);
  for (const colour of colours) expect(sheet).toContain(colour);
  expect(sheet).not.toContain("data-theme='light'");
});

test('a sheet whose light theme cannot be found stops the build', () => {
  expect(() => sheetWithoutScript([roles, ':root { --ll-ink: #000; }'])).toThrow('in another way');
});
