/** The questions that a team should talk about, as a table. */

import type { JSX } from 'preact';

import { teamWords } from '#src/strings/team-words.ts';
import { questionWords } from './question-words.ts';
import { ScrollingTable } from './ScrollingTable.tsx';
import type { TeamChapter } from './team-course.ts';
import type { Member } from './team-members.ts';
import { teamQuestions } from './team-questions.ts';

/** The most that are shown. */
const most = 12;

interface Props {
  readonly members: readonly Member[];
  readonly course: readonly TeamChapter[];
}

export function TeamQuestions({ members, course }: Props): JSX.Element | null {
  const words = teamWords().view.questions;
  const questions = teamQuestions(members).slice(0, most);
  if (questions.length === 0) return null;
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <ScrollingTable isOfQuestions label={words.title} head={[words.question, words.right, words.spread]}>
        {questions.map((told) => {
          const { chapter, question, right, spread } = questionWords(course, told);
          return (
            <tr key={`${told.chapter} ${told.question}`}>
              <th scope="row">
                {question} <small>{chapter}</small>
              </th>
              <td>{right}</td>
              <td>
                {spread.length === 0 ? (
                  words.nothing
                ) : (
                  <ul>
                    {spread.map((answer) => (
                      <li key={answer}>{answer}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          );
        })}
      </ScrollingTable>
    </>
  );
}
