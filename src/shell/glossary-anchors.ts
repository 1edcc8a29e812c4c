/** Gives each row of the glossary's table the address at which its term can be linked. */

import { anchorOf, plainTerm } from '#src/course/glossary.ts';

/** HTML of the glossary, with an `id` on each row of the table's body. */
export function withAnchors(html: string): string {
  return html.replace(/<tr>(\s*)<td[^>]*>([\s\S]*?)<\/td>/g, (row, space: string, cell: string) => {
    const term = plainTerm(cell.replace(/<[^>]*>/g, ''));
    return row.replace(`<tr>${space}`, `<tr id="${anchorOf(term)}">${space}`);
  });
}
