/** The glossary as data: its page is a table, from which a term's text is read where the term is first used. */

/** What each term means, by the term without what follows in brackets or after a comma. */
export function glossaryTexts(source: string): ReadonlyMap<string, string> {
  const rows = source.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  // A row begins and ends with a bar; the third cell is the text, and the first two rows are the head.
  const texts = rows.filter((cells) => cells.length === 5).slice(2);
  return new Map(texts.map(([, term = '', , text = '']) => [plainTerm(term), text.replaceAll('`', '')]));
}

/** `resource (CnchServerResource)` → `resource`; `leak, memory leak` → `leak`. */
export function plainTerm(cell: string): string {
  return cell.split(/ \(|,/, 1)[0]?.trim() ?? '';
}

/** `in flight` → `in-flight`: the fragment of the page's address at which a term stands. */
export function anchorOf(term: string): string {
  return term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
