/** The questions that a team should talk about, as a table. */

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import type { ChapterName } from './record-summary.ts';
import type { Member } from './team-members.ts';
import { teamQuestions } from './team-questions.ts';

/** The most that are shown. */
const most = 12;

interface Props {
  readonly members: readonly Member[];
  readonly chapters: readonly ChapterName[];
}

export function TeamQuestions({ members, chapters }: Props): JSX.Element | null {
  const words = teamWords().view.questions;
  const questions = useMemo(() => teamQuestions(members).slice(0, most), [members]);
  if (questions.length === 0) return null;
  const titles = new Map(chapters.map(({ id, title }) => [id, title]));
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <div class="ll-record-table" role="region" aria-label={words.title} tabindex={0}>
        <table>
          <thead>
            <tr>
              {[words.chapter, words.question, words.right, words.wrong].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map(({ chapter, question, answered, right, wrong }) => (
              <tr key={`${chapter} ${question}`}>
                <th scope="row">{titles.get(chapter) ?? chapter}</th>
                <td>{question}</td>
                <td>{words.of(countWords(right), countWords(answered))}</td>
                <td>
                  {wrong === undefined
                    ? words.nothing
                    : words.answer(countWords(wrong.answer + 1), countWords(wrong.count))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
