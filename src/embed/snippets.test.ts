/** What is copied into a wiki shows what it should, whatever a site or a scenario is called. */

import { expect, test } from 'vitest';

import { frameSnippet, heightSnippet, markdownSnippet, pictureSnippet } from './snippets.ts';

const embedded = {
  address: 'https://lab.example/embed/logger-pool/?theme=dark',
  picture: 'https://lab.example/embed/logger-pool/picture.svg',
  name: 'Lab "A" <b>: [pool]',
  link: 'Run `it`',
  height: 700,
};

test('a name cannot leave its attribute, nor the text of a link', () => {
  const name = 'Lab &quot;A&quot; &lt;b&gt;: [pool]';
  expect(frameSnippet(embedded)).toContain(`title="${name}"`);
  expect(pictureSnippet(embedded)).toContain(`alt="${name}"`);
  expect(markdownSnippet(embedded)).toBe(
    String.raw`[![Lab "A" \<b\>: \[pool\]](${embedded.picture})](${embedded.address})` +
      `\n\n` +
      String.raw`[Run \`it\`](${embedded.address})`,
  );
});

test('the frame has the chosen height until the script knows better, and the script hears the site alone', () => {
  expect(frameSnippet(embedded)).toContain('height="700"');
  expect(heightSnippet(embedded)).toContain("event.origin !== 'https://lab.example'");
});
