/** What a lead sees and takes along of a team's records. */

import { describe, expect, test } from 'vitest';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import { passOf, recordOf } from '#playground/testing/records.ts';
import { longestPause } from './chapter-minutes.ts';
import { digestOf, readDigest } from './record-digest.ts';
import { cellOf } from './team-cells.ts';
import { teamCsv, teamMarkdown } from './team-files.ts';
import { type Member, readMembers, type Refused } from './team-members.ts';
import { mostChosenWrong, teamQuestions } from './team-questions.ts';
import { teamTimes } from './team-times.ts';

const scenario = 'capstone';
const chapter = 'course/03-a-logger-per-transaction';
const challenges = [{ scenario, title: 'The capstone', hash: '', solutions: [] }];
const question = {
  group: 'check-split',
  question: 'Who keeps it?',
  options: [
    { text: 'The registry', right: true },
    { text: 'The transaction', right: false },
    { text: 'Nobody', right: false },
  ],
};
const course = [
  { id: chapter, title: 'A logger per transaction', challenges: [scenario], questions: 2, asks: [question] },
  { id: 'course/10-results', title: 'Results', challenges: [], questions: 1, asks: [] },
];
let lastId = 0;
const member = (person: string, record: LearnerRecord): Member => ({
  id: ++lastId,
  person,
  record,
  digest: digestOf(record, course),
});
const pass = await passOf(scenario, 'export {};');
const fileOf = (name: string, text: string): File => new File([text], name);
const team = (members: readonly Member[]) => ({ members, challenges, course, verified: new Map() });

const minute = 60_000;
const answered = (asked: string, value: string, right: boolean, at = 0, where = chapter): unknown => ({
  v: 2,
  at,
  type: 'answered',
  chapter: where,
  question: asked,
  value,
  right,
});
const attempted = (at: number): unknown => ({ v: 2, at, type: 'attempted', chapter, scenario, value: '1/2' });

test('each file is a member or is refused, and a member without a name is called as the file is', async () => {
  const members: Member[] = [];
  const refused: Refused[] = [];
  await readMembers(
    [
      fileOf('anna.json', JSON.stringify(recordOf([pass]))),
      fileOf('x.json', JSON.stringify(recordOf([], 'Ben'))),
      fileOf('page.json', '<p>'),
      fileOf('large.json', ' '.repeat(1_000_001)),
    ],
    (file) => readDigest(file, course),
    (some) => {
      members.push(...some.members);
      refused.push(...some.refused);
    },
  );
  expect(members.map(({ person }) => person)).toEqual(['anna', 'Ben']);
  expect(refused).toEqual([
    { file: 'page.json', fault: { type: 'no json' } },
    { file: 'large.json', fault: { type: 'too large', most: 1_000_000 } },
  ]);
});

test('a challenge is unverified until it was run, and then what became of it', () => {
  const anna = member('Anna', recordOf([pass]));
  expect(cellOf(anna, scenario, new Map())).toMatchObject({ status: 'unverified', pass });
  const told = [{ scenario, status: 'does not pass', passesNow: false, pass }] as const;
  expect(cellOf(anna, scenario, new Map([[anna.id, told]]))).toMatchObject({ status: 'does not pass' });
  expect(cellOf(anna, 'logger-pool', new Map())).toEqual({ status: 'not tried' });
});

test('a name is a text in a spreadsheet and in a chat, whatever it holds', () => {
  const told = team([
    member('=HYPERLINK("http://x")', recordOf([])),
    member('a|b <img src=x>\n*c*', recordOf([])),
  ]);
  expect(teamCsv(told)).toContain(`"'=HYPERLINK(""http://x"")","`);
  expect(teamMarkdown(told)).toContain('| a\\|b \\<img src=x\\> \\*c\\* | ');
  expect(teamMarkdown(told).trimEnd().split('\n')).toHaveLength(6);
});

describe('the questions of a team', () => {
  const members = [
    [answered('easy', '1', true), answered('check-split', '1', false), answered('check-split', '0', true, 1)],
    [answered('easy', '1', true), answered('check-split', '0', true)],
    [answered('easy', '1', true), answered('check-split', '1', false)],
    [answered('check-split', '2', false), answered('easy', '1', true), answered('sort-all', '1,0', true)],
  ].map((events, at) => member(`${at}`, { ...recordOf([]), events }));

  test('come by how the team is split over them, by everybody’s first answer', () => {
    const told = teamQuestions(members);
    expect(told.map(({ question: name }) => name)).toEqual(['check-split', 'easy', 'sort-all']);
    expect(told[0]).toEqual({
      chapter,
      question: 'check-split',
      answered: 4,
      right: 1,
      spread: [
        { answer: 0, right: true, count: 1 },
        { answer: 1, right: false, count: 2 },
        { answer: 2, right: false, count: 1 },
      ],
    });
    expect(told[0] && mostChosenWrong(told[0])).toMatchObject({ answer: 1, count: 2 });
    expect(told[2]?.spread).toEqual([]);
  });

  test('are in the files in the words of the chapter, with how the answers scatter', () => {
    const spread = '1 ✓ The registry; 2 × The transaction (most chosen wrong answer); 1 × Nobody';
    expect(teamCsv(team(members))).toContain(
      `"A logger per transaction","Who keeps it?","1 of 4","${spread}"\r\n`,
    );
    expect(teamMarkdown(team(members))).toContain(`| Who keeps it? | 1 of 4 | ${spread} |`);
  });
});

describe('the time of a chapter', () => {
  const passedAt = (at: number) => ({ ...pass, chapter, at });
  const of = (at: number, ...events: readonly unknown[]): Member =>
    member('Anna', { ...recordOf([passedAt(at)]), events: [...events] });
  const timesOf = (...members: readonly Member[]) =>
    teamTimes(
      course.map(({ id }) => id),
      members,
    );

  test('runs from the first thing done until the challenge is passed, and no pause counts too long', () => {
    const anna = of(
      100 * minute,
      attempted(96 * minute),
      answered('easy', '1', true, 1 * minute),
      attempted(4 * minute),
      attempted(200 * minute),
    );
    expect(timesOf(anna)).toEqual([{ chapter, median: 3 * minute + longestPause + 4 * minute, people: 1 }]);
  });

  test('is the median of those who finished, and of nobody else', () => {
    const members = [2, 9, 3, 4].map((at) => of(at * minute, attempted(0)));
    const unfinished = member('Ben', { ...recordOf([]), events: [attempted(0), attempted(1)] });
    expect(timesOf(...members, unfinished)).toEqual([{ chapter, median: 3.5 * minute, people: 4 }]);
    expect(timesOf(...members.slice(0, 3))).toEqual([{ chapter, median: 3 * minute, people: 3 }]);
  });

  test('is not known of who did it in one step, and ends with the last right answer where there is no challenge', () => {
    expect(timesOf(of(5))).toEqual([]);
    const where = 'course/10-results';
    const events = [answered('q', '0', false, 0, where), answered('q', '1', true, 2 * minute, where)];
    const ben = member('Ben', { ...recordOf([]), events });
    expect(timesOf(ben)).toEqual([{ chapter: where, median: 2 * minute, people: 1 }]);
    expect(teamCsv(team([ben]))).toContain('"Results","2 min","1"\r\n');
  });
});
