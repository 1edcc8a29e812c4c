/** What the team view shows as files to take along: three tables, of people and challenges, of times, and of questions. */

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { plainInMarkdown } from './markdown-text.ts';
import { minuteWords } from './minute-words.ts';
import { questionWords } from './question-words.ts';
import { cellOf, cellWords, type Verified } from './team-cells.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { TeamChapter } from './team-course.ts';
import type { Member } from './team-members.ts';
import { teamQuestions } from './team-questions.ts';
import { teamTimes } from './team-times.ts';

/** All that is told of a team. */
export interface Team {
  readonly members: readonly Member[];
  readonly challenges: readonly TeamChallenge[];
  readonly course: readonly TeamChapter[];
  readonly verified: Verified;
}

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables that have more than a head. */
function tablesOf(team: Team): readonly Table[] {
  return [challengesTable(team), timesTable(team), questionsTable(team)].filter(
    ({ rows }) => rows.length > 1,
  );
}

function challengesTable({ members, challenges, verified }: Team): Table {
  const words = teamWords().view;
  const head = [words.person, ...challenges.map(({ title }) => title)];
  const body = members.map((member) => [
    member.person,
    ...challenges.map(({ scenario }) => cellWords(cellOf(member, scenario, verified))),
  ]);
  return { title: words.matrix, rows: [head, ...body] };
}

function timesTable({ members, course }: Team): Table {
  const words = teamWords().view.times;
  const titles = new Map(course.map(({ id, title }) => [id, title]));
  const body = teamTimes([...titles.keys()], members).map(({ chapter, median, people }) => [
    titles.get(chapter) ?? chapter,
    minuteWords(median),
    countWords(people),
  ]);
  return { title: words.title, rows: [[words.chapter, words.median, words.people], ...body] };
}

function questionsTable({ members, course }: Team): Table {
  const words = teamWords().view.questions;
  const body = teamQuestions(members).map((told) => {
    const { chapter, question, right, spread } = questionWords(course, told);
    return [chapter, question, right, spread.join('; ')];
  });
  return { title: words.title, rows: [[words.chapter, words.question, words.right, words.spread], ...body] };
}

/** As CSV (RFC 4180), with an empty line between tables. What a spreadsheet would take for a formula is kept a text by an apostrophe (OWASP: CSV injection). */
export function teamCsv(team: Team): string {
  const field = (text: string): string => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${harmless.replaceAll('"', '""')}"`;
  };
  return tablesOf(team)
    .map(({ rows }) => rows.map((row) => `${row.map(field).join(',')}\r\n`).join(''))
    .join('\r\n');
}

/** As tables of Markdown. What a name holds of Markdown or HTML is shown as it is. */
export function teamMarkdown(team: Team): string {
  return tablesOf(team)
    .map(({ title, rows }) => {
      const [head = '', ...body] = rows.map((row) => `| ${row.map(plainInMarkdown).join(' | ')} |`);
      const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
      return `## ${title}\n\n${[head, rule, ...body].join('\n')}\n`;
    })
    .join('\n');
}
