/** What is sent to browsers comes with the licence of its authors, and the build says where one is missing. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { licenceSection, packageFolder } from './licences.ts';

test.each([
  ['/site/src/strings/en.ts', undefined],
  ['/site/node_modules/preact/dist/preact.mjs', '/site/node_modules/preact'],
  ['/site/node_modules/@preact/signals/dist/signals.mjs', '/site/node_modules/@preact/signals'],
  ['/site/node_modules/a/node_modules/b/index.js', '/site/node_modules/a/node_modules/b'],
  ['/site/node_modules/quickjs-wasi/quickjs.wasm?url', '/site/node_modules/quickjs-wasi'],
  ['\0monaco-styles:/site/node_modules/monaco-editor/x.css.js', '/site/node_modules/monaco-editor'],
  ['\0monaco-styles:C:\\site\\node_modules\\monaco-editor\\x.css.js', 'C:/site/node_modules/monaco-editor'],
  ['C:/site/node_modules/diff/lib/index.js', 'C:/site/node_modules/diff'],
])('the package of %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

describe('the section of a package', () => {
  const folder = (files: Readonly<Record<string, string>>): string => {
    const made = mkdtempSync(join(tmpdir(), 'leak-lab-licences-'));
    writeFileSync(join(made, 'package.json'), JSON.stringify({ name: '@some/thing', version: '1.2.3' }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  };

  test('has its name, its version, its licence and its notices', () => {
    const files = { 'LICENSE.md': 'You may.', 'ThirdPartyNoticeText.txt': 'With thanks.', 'index.js': '' };
    const section = licenceSection(folder(files), folder({}));
    for (const part of ['@some/thing 1.2.3', 'You may.', 'With thanks.']) expect(section).toContain(part);
  });

  test('has the licences of a folder of them', () => {
    const made = folder({});
    mkdirSync(join(made, 'licenses'));
    writeFileSync(join(made, 'licenses', 'MIT.txt'), 'You may, too.');
    expect(licenceSection(made, folder({}))).toContain('You may, too.');
  });

  test('has what we note of it', () => {
    const section = licenceSection(folder({}), folder({ '@some-thing.txt': 'Its font is free.' }));
    expect(section).toContain('Its font is free.');
  });

  test('cannot be written for a package without a licence', () => {
    expect(() => licenceSection(folder({ 'index.js': '' }), folder({}))).toThrow('@some/thing is sent');
  });
});
