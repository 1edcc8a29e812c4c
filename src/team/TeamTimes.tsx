/** How long a team was at work in each chapter, as a table. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { longestPause } from './chapter-minutes.ts';
import { minuteWords } from './minute-words.ts';
import { ScrollingTable } from './ScrollingTable.tsx';
import type { TeamChapter } from './team-course.ts';
import type { Member } from './team-members.ts';
import { teamTimes } from './team-times.ts';

interface Props {
  readonly members: readonly Member[];
  readonly course: readonly TeamChapter[];
}

export function TeamTimes({ members, course }: Props): JSX.Element | null {
  const words = teamWords().view.times;
  const titles = new Map(course.map(({ id, title }) => [id, title]));
  const times = teamTimes([...titles.keys()], members);
  if (times.length === 0) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.help(countWords(longestPause / 60_000))}</p>
      <ScrollingTable label={words.title} head={[words.chapter, words.median, words.people]}>
        {times.map(({ chapter, median, people }) => (
          <tr key={chapter}>
            <th scope="row">{titles.get(chapter)}</th>
            <td>{minuteWords(median)}</td>
            <td>{countWords(people)}</td>
          </tr>
        ))}
      </ScrollingTable>
    </>
  );
}
