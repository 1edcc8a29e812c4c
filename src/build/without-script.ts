/** Writes what a page looks like without JavaScript: the light theme follows the system, and nothing looks alive that is not. */

import { readFileSync, writeFileSync } from 'node:fs';

import type { AstroIntegration } from 'astro';

/** Where the light theme is said, by a rule for an attribute that only a script sets; in the order in which they apply. */
const sheetTag = [
  'node_modules/@astrojs/starlight/dist/style/props.css',
  'src/theme/colours.css',
  'src/theme/code.css',
];
const lightRule = /:root\[data-theme='light'\][^{}]*\{([^}]*)\}/g;
/** Or by the rule for all, where only the dark theme has one of its own. */
const ruleForAll = /^:root \{([^}]*)\}/gm;
const darkSelector = ":root:not([data-theme='light'])";

/** The sheet, from the sheets that the theme is made of. Throws where one of them has no light theme. */
export function sheetWithoutScript(sheets: readonly string[]): string {
  const rules = sheets.flatMap((sheet) => {
    const light = [...sheet.matchAll(lightRule)];
    const forAll = sheet.includes(darkSelector) ? [...sheet.matchAll(ruleForAll)] : [];
    const found = (light.length > 0 ? light : forAll).map(([, declarations = '']) => declarations);
    if (found.length === 0)
      throw new Error('A style sheet says its light theme in another way than expected.');
    // The attribute is there without a script too, and says dark.
    return found.map((declarations) => `html:root[data-theme] {${declarations}}`);
  });
  return `@media (prefers-color-scheme: light) {
${rules.join('\n')}
}
site-search, starlight-theme-select { display: none !important; }
`;
}

export function withoutScript(): AstroIntegration {
  let root = new URL('../../', import.meta.url);
  return {
    name: 'without-script',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': ({ dir }) => {
        const sheets = sheetTag.map((path) => readFileSync(new URL(path, root), 'utf8'));
        writeFileSync(new URL('without-script.css', dir), sheetWithoutScript(sheets));
      },
    },
  };
}
