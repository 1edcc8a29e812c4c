/** Highlighted code without what shows nothing: tokens in the colour of plain text need no element of their own. */

import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];

/** The tokens to which `theme/code.css` gives the colour of plain text. */
const plain = new Set(
  ['foreground', 'token-parameter', 'token-punctuation', 'token-link'].map(
    (name) => `color:var(--astro-code-${name})`,
  ),
);

/** Sets plain tokens as text of their line; a chapter has thousands of them. */
export const plainInk: Transformer = {
  name: 'plain-ink',
  line(node) {
    node.children = node.children.flatMap((token) =>
      token.type === 'element' && plain.has(String(token.properties.style)) ? token.children : [token],
    );
  },
};
