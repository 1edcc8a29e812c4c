/** The language's libraries as this engine has them: TypeScript's own files, without what QuickJS leaves out. */

/** Parts of a library that the engine lacks, and what stands in their place. */
const absent: readonly (readonly [RegExp, string])[] = [
  [/^declare namespace Intl \{$[\s\S]*?^\}$/gm, ''],
  [/^interface Atomics \{$[\s\S]*?^\}$/gm, ''],
  [/^declare var Atomics: Atomics;$/gm, ''],
  // What RegExp remembers of the last match.
  [/^ +"(?:\$.|input|lastMatch|lastParen|leftContext|rightContext)": string;$/gm, ''],
  // Without Intl every locale is the same, and options would have no effect.
  [/(?:, )?\blocales\??: [^)]*\)/g, ')'],
];

/** The text of the library file of that name; also what has already been through here. */
export function engineLibrary(name: string, text: string): string {
  if (name.endsWith('.intl.d.ts')) return '';
  const plain = text.replaceAll('\r\n', '\n');
  return absent.reduce((rest, [part, instead]) => rest.replace(part, instead), plain);
}
