/** A package that an LMS takes: files by name, a manifest that is XML and says what SCORM 1.2 asks for, and nothing that a title could break. */

import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { embed } from '#src/strings/en/embed.ts';
import { type Package, packageFiles, packageZip } from './scorm-package.ts';
import scoScript from './sco.js?raw';

const about: Package = {
  address: 'https://lab.example/embed/logger-pool/?theme=dark&x="1',
  scenario: 'logger-pool',
  title: `"Pool" & <b>co</b> ]]> '\u0007\uD800`,
  language: 'en',
  words: { ...embed.sco, passed: '</script><script>alert(1)</script><!-- $& -->' },
};
const files = packageFiles(about);
const manifest = files['imsmanifest.xml'] ?? '';

/** Elements of well-formed XML, as `name` or `name attributes`, in their order. Throws where a tag is not closed, or a sign is not escaped. */
function elementsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '');
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>$/.exec(piece);
    if (piece.startsWith('<') && tag === null) throw new Error(`Not a tag: ${piece}`);
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(piece)) throw new Error(`Not escaped: ${piece}`);
    if (tag === null) continue;
    const [, end, name = '', attributes = '', empty] = tag;
    if (end && open.pop() !== name) throw new Error(`Not open: ${name}`);
    if (end) continue;
    found.push(`${name}${attributes.replaceAll(/\s+/g, ' ')}`);
    if (!empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join()}`);
  return found;
}

test('the manifest is well-formed, whatever the title is', () => {
  expect(elementsOf(manifest).map((element) => element.split(' ')[0])).toEqual([
    ...['manifest', 'metadata', 'schema', 'schemaversion', 'organizations', 'organization', 'title'],
    ...['item', 'title', 'resources', 'resource', 'file'],
  ]);
  expect(manifest).toContain(
    '<title>&quot;Pool&quot; &amp; &lt;b&gt;co&lt;/b&gt; ]]&gt; &#39;\uFFFD</title>',
  );
});

test('the manifest names its schemas, and one SCO that its item leads to', () => {
  const elements = elementsOf(manifest);
  expect(elements[0]).toContain('xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"');
  expect(elements[0]).toContain('xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"');
  expect(manifest).toMatch(/<schema>ADL SCORM<\/schema>\s*<schemaversion>1\.2<\/schemaversion>/);
  expect(elements).toContain('organizations default="course"');
  expect(elements).toContain('organization identifier="course"');
  expect(elements).toContain('item identifier="challenge" identifierref="sco" isvisible="true"');
  expect(elements).toContain(
    'resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="index.html"',
  );
  expect(elements).toContain('file href="index.html"');
});

test('no words and no address leave their place in the page', () => {
  const page = files['index.html'] ?? '';
  const [, settings = '', script = ''] =
    /id="settings">(.*?)<\/script>\s*<script type="module">\n(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(settings)).toEqual({
    address: about.address,
    scenario: about.scenario,
    words: about.words,
  });
  expect(script).toBe(scoScript);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain('href="https://lab.example/embed/logger-pool/?theme=dark&amp;x=&quot;1"');
});

test('the zip has these files and is a few kilobytes', () => {
  const zip = packageZip(about);
  const unzipped = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(Object.fromEntries(unzipped)).toEqual(files);
  expect(zip.length).toBeLessThan(5000);
});
