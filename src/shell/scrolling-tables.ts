/** Puts each table of a page into a box that scrolls by itself, so that a narrow screen never scrolls the page sideways. */

/** `label` names the box by the headings of the table; a name that comes again gets a number. Tables with attributes or in a box are a component's own. */
export function withScrollingTables(html: string, label: (columns: string) => string): string {
  const named = new Map<string, number>();
  return html.replace(/(?<!class="ll-table"[^>]*>)<table>[\s\S]*?<\/table>/g, (table) => {
    const heads = [...table.matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(([, cell = '']) => textOf(cell));
    const plain = label(heads.filter((head) => head !== '').join(', '));
    const before = named.get(plain) ?? 0;
    named.set(plain, before + 1);
    const name = before === 0 ? plain : `${plain} (${before + 1})`;
    return `<div class="ll-table" role="region" tabindex="0" aria-label="${name}">${table}</div>`;
  });
}

/** The words of a cell, without its marks and safe in an attribute. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('"', '&quot;');
}
