/** What a record holds, as a table. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { dayWords } from './day-words.ts';
import { ScrollingTable } from './ScrollingTable.tsx';
import type { ChallengeSummary, ChapterSummary } from './record-summary.ts';

export function RecordTable({ rows }: { readonly rows: readonly ChapterSummary[] }): JSX.Element {
  const { columns, right, nothing } = teamWords().record;
  const counted = (count: number): string => (count === 0 ? nothing : countWords(count));
  return (
    <ScrollingTable label={teamWords().record.contents} head={Object.values(columns)}>
      {rows.map((row) => (
        <tr key={row.title}>
          <th scope="row">{row.title}</th>
          <td>{counted(row.predictions)}</td>
          <td>{row.answered === 0 ? nothing : right(countWords(row.right), countWords(row.answered))}</td>
          <td>{counted(row.hints)}</td>
          <td>
            {row.challenges.length === 0
              ? nothing
              : row.challenges.map((challenge, at) => <div key={at}>{challengeWords(challenge)}</div>)}
          </td>
        </tr>
      ))}
    </ScrollingTable>
  );
}

function challengeWords(challenge: ChallengeSummary): string {
  const words = teamWords().record;
  switch (challenge.type) {
    case 'passed':
      return words.passedOn(dayWords(challenge.at));
    case 'shown':
      return words.shown;
    case 'tried':
      return words.tried(countWords(challenge.attempts));
    case 'none':
      return words.nothing;
  }
}
