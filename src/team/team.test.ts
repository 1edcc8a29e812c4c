/** What a lead sees and takes along of a team's records. */

import { expect, test } from 'vitest';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import { passOf, recordOf } from '#playground/testing/records.ts';
import { cellOf } from './team-cells.ts';
import { teamCsv, teamMarkdown } from './team-files.ts';
import { type Member, readMembers } from './team-members.ts';
import { teamQuestions } from './team-questions.ts';

const scenario = 'capstone';
const challenges = [{ scenario, title: 'The capstone', hash: '', solutions: [] }];
let lastId = 0;
const member = (person: string, record: LearnerRecord): Member => ({ id: ++lastId, person, record });
const pass = await passOf(scenario, 'export {};');
const fileOf = (name: string, text: string): File => new File([text], name);

test('each file is a member or is refused, and a member without a name is called as the file is', async () => {
  const { members, refused } = await readMembers([
    fileOf('anna.json', JSON.stringify(recordOf([pass]))),
    fileOf('x.json', JSON.stringify(recordOf([], 'Ben'))),
    fileOf('page.json', '<p>'),
  ]);
  expect(members.map(({ person }) => person)).toEqual(['anna', 'Ben']);
  expect(refused).toEqual([{ file: 'page.json', fault: { type: 'no json' } }]);
});

test('a challenge is unverified until it was run, and then what became of it', () => {
  const anna = member('Anna', recordOf([pass]));
  expect(cellOf(anna, scenario, new Map())).toMatchObject({ status: 'unverified', pass });
  const told = [{ scenario, status: 'does not pass', passesNow: false, pass }] as const;
  expect(cellOf(anna, scenario, new Map([[anna.id, told]]))).toMatchObject({ status: 'does not pass' });
  expect(cellOf(anna, 'logger-pool', new Map())).toEqual({ status: 'not tried' });
});

test('a name is a text in a spreadsheet and in a chat, whatever it holds', () => {
  const members = [
    member('=HYPERLINK("http://x")', recordOf([])),
    member('a|b <img src=x>\n*c*', recordOf([])),
  ];
  const table = { members, challenges, verified: new Map() };
  expect(teamCsv(table)).toContain(`"'=HYPERLINK(""http://x"")","`);
  expect(teamMarkdown(table)).toContain('| a\\|b \\<img src=x\\> \\*c\\* | ');
  expect(teamMarkdown(table).trimEnd().split('\n')).toHaveLength(4);
});

test('the question that splits the team comes first, by everybody’s first answer', () => {
  const answered = (question: string, ...tries: readonly (readonly [value: string, right: boolean])[]) =>
    tries.map(([value, right], at) => ({
      v: 2,
      at,
      type: 'answered',
      chapter: 'course/03-a-logger-per-transaction',
      question,
      value,
      right,
    }));
  const team = [
    [...answered('easy', ['1', true]), ...answered('split', ['0', false], ['1', true])],
    [...answered('easy', ['1', true]), ...answered('split', ['1', true])],
    [...answered('easy', ['1', true]), ...answered('split', ['0', false])],
  ].map((events, at) => member(`${at}`, { ...recordOf([]), events }));
  const chapter = 'course/03-a-logger-per-transaction';
  expect(teamQuestions(team)).toEqual([
    { chapter, question: 'split', answered: 3, right: 1, wrong: { answer: 0, count: 2 } },
    { chapter, question: 'easy', answered: 3, right: 3 },
  ]);
});
