/** The team's table as files to take along: one row a person, one column a challenge. */

import { teamWords } from '#src/strings/team-words.ts';
import { plainInMarkdown } from './markdown-text.ts';
import { cellOf, cellWords, type Verified } from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { Member } from './team-members.ts';

interface Table {
  readonly members: readonly Member[];
  readonly challenges: readonly TeamChallenge[];
  readonly verified: Verified;
}

function rows({ members, challenges, verified }: Table): readonly (readonly string[])[] {
  const head = [teamWords().view.person, ...challenges.map(({ title }) => title)];
  const body = members.map((member) => [
    member.person,
    ...challenges.map(({ scenario }) => cellWords(cellOf(member, scenario, verified))),
  ]);
  return [head, ...body];
}

/** As CSV (RFC 4180). What a spreadsheet would take for a formula is kept a text by an apostrophe (OWASP: CSV injection). */
export function teamCsv(table: Table): string {
  const field = (text: string): string => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${harmless.replaceAll('"', '""')}"`;
  };
  return rows(table)
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');
}

/** As a table of Markdown. What a name holds of Markdown or HTML is shown as it is. */
export function teamMarkdown(table: Table): string {
  const [head = [], ...body] = rows(table).map((row) => `| ${row.map(plainInMarkdown).join(' | ')} |`);
  const columns = table.challenges.length + 1;
  return `${[head, `|${' --- |'.repeat(columns)}`, ...body].join('\n')}\n`;
}
