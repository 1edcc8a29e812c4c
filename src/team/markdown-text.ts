/** Text that anybody may have typed, put into Markdown so that it is shown as it is. */

/** On one line, with each sign escaped that means something to Markdown, to its tables or to formulas. */
export function plainInMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*_[\]<>|&#~!$]/g, (sign) => `\\${sign}`)
      // At its start, what would begin a list or underline a heading.
      .replace(/^(\d*)([-+=.)])/, '$1\\$2')
  );
}

/** As a block of code that no line of the text can end, indented by so many spaces. */
export function blockInMarkdown(text: string, indent = 0): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = [`${fence}text`, ...text.split(/\r\n?|[\n\u2028\u2029]/), fence];
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}
