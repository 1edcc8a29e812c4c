/** A SCORM 1.2 package that frames a playground of this site: two small files, made in the page. */

import { strToU8, zipSync } from 'fflate';

import { escaped, jsonInScript } from './escaped.ts';
import scoScript from './sco.js?raw';

/** What a package is about. */
export interface Package {
  /** Absolute address of the embedded playground. */
  readonly address: string;
  readonly scenario: string;
  /** What the LMS lists. */
  readonly title: string;
  /** Tag of the language. */
  readonly language: string;
  /** Sentences of the page in the package; `failed` has the places `{code}` and `{text}`. */
  readonly words: Readonly<
    Record<
      'loading' | 'noApi' | 'running' | 'before' | 'passed' | 'passedUnsent' | 'failed' | 'silent' | 'open',
      string
    >
  >;
}

/** The package's files by name, as text. */
export function packageFiles(about: Package): Readonly<Record<string, string>> {
  return { 'imsmanifest.xml': manifestOf(about), 'index.html': pageOf(about) };
}

/** The package as the bytes of a zip. */
export function packageZip(about: Package): Uint8Array<ArrayBuffer> {
  const files = Object.entries(packageFiles(about)).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 9 }));
}

/** Elements and their order as the SCORM 1.2 content aggregation model asks for: one organization, one item, one SCO. */
function manifestOf({ scenario, title }: Package): string {
  const name = escaped(title);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="leak-lab-${escaped(scenario)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${name}</title>
      <item identifier="challenge" identifierref="sco" isvisible="true">
        <title>${name}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
`;
}

function pageOf({ address, scenario, title, language, words }: Package): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <style>
      body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #16191c; background: #fdfdfb; }
      p { margin: 0; padding: 0.5rem 0.75rem; }
      a { color: inherit; }
      iframe { display: block; width: 100%; height: 900px; border: 0; }
    </style>
    <script type="application/json" id="settings">${jsonInScript({ address, scenario, words })}</script>
    <script type="module">
${scoScript}</script>
  </head>
  <body>
    <p role="status">${escaped(words.loading)}</p>
    <iframe title="${escaped(title)}" allow="clipboard-write"></iframe>
    <p><a href="${escaped(address)}" target="_blank" rel="noopener">${escaped(words.open)}</a></p>
  </body>
</html>
`;
}
