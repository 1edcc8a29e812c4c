/** The headings of a page, read off its source: a page need not be rendered to be linked to. */

/** Headings of plain words by their anchors: `three-shapes` → `Three shapes`. */
export function headingsOf(source: string): ReadonlyMap<string, string> {
  const headings = [...source.matchAll(/^#{2,3} (.+)$/gm)].map(([, text = '']) => text);
  return new Map(headings.map((text) => [anchorOf(text), text]));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
