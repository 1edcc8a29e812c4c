/** What a lead reads of a record, and what an issue tracker makes of it. */

import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import { passOf, recordOf } from '#playground/testing/records.ts';
import type { ProgressEvent } from '#src/course/progress-event.ts';
import { eventsOf } from '#src/course/record-events.ts';
import { checklist as words } from '#src/strings/en/checklist.ts';
import { blockInMarkdown, plainInMarkdown } from '#src/team/markdown-text.ts';
import type { AskedPrediction } from './asked-predictions.ts';
import { courseReport, type ReportSource } from './course-report.ts';
import { reportMarkdown, type WrittenReport } from './report-markdown.ts';
import { numbersOf, resultWords } from './reported-words.ts';

const [first, second] = ['course/03-a', 'course/04-b'];
const course = [
  { id: first, page: '/course/03-a/', title: 'One', challenges: ['capstone'], questions: 2 },
  { id: second, page: '/course/04-b/', title: 'Two', challenges: ['logger-pool'], questions: 1 },
];
const challenges = [
  { scenario: 'capstone', title: 'The capstone', hash: '', solutions: [] },
  { scenario: 'logger-pool', title: 'A pool', hash: '', solutions: [] },
];
const pass = { ...(await passOf('capstone', 'export {};')), chapter: first, fix: 'a bounded key. It costs.' };
const predicted = (at: number, question: string, value: string): ProgressEvent => ({
  v: 2,
  at,
  type: 'predicted',
  chapter: first,
  question,
  value,
});
const answered = (at: number, right: boolean): ProgressEvent => ({
  v: 2,
  at,
  type: 'answered',
  chapter: first,
  question: 'why',
  value: '0',
  right,
});
const sourceOf = (record: LearnerRecord): ReportSource => ({
  record,
  events: eventsOf(record).events,
  course,
  challenges,
});
const recordWith = (...events: readonly ProgressEvent[]): LearnerRecord => ({
  ...recordOf([pass]),
  events: [...events],
});

describe('a report', () => {
  test('of nothing says so, and leads to the first chapter', () => {
    const report = courseReport(sourceOf(recordOf([])));
    expect(report).not.toHaveProperty('days');
    expect(report.next?.id).toBe(first);
    expect(report.chapters.map(({ standing }) => standing)).toEqual(['new', 'new']);
    expect(Object.fromEntries(numbersOf(report, false))).toMatchObject({
      'challenges passed': '0 of 2',
      'verified here': 'not yet',
    });
  });

  test('of a part says what is passed, and where to go on', () => {
    const shown: ProgressEvent = {
      v: 2,
      at: 3,
      type: 'shown',
      chapter: second,
      scenario: 'logger-pool',
      value: '',
    };
    const report = courseReport(sourceOf(recordWith(shown)));
    expect(report.challenges.map(resultWords)).toEqual([
      'passed, not verified yet',
      'solution shown, not passed',
    ]);
    expect(report.days).toEqual([1, 3]);
    expect(courseReport(sourceOf(recordWith())).next?.id).toBe(second);
  });

  test('counts a challenge that fails today as not passed', () => {
    const verified = [{ scenario: 'capstone', status: 'does not pass', passesNow: false, pass }] as const;
    const report = courseReport({ ...sourceOf(recordWith()), verified });
    expect(Object.fromEntries(numbersOf(report, true))).toMatchObject({ 'challenges passed': '0 of 2' });
  });

  test('goes by the first try, and sets it beside what the run measured', () => {
    const asked = new Map<string, ReadonlyMap<string, AskedPrediction>>([
      [
        first,
        new Map<string, AskedPrediction>([
          ['n', { type: 'number', question: 'How many?', measured: 1000, deviation: 0 }],
          ['near', { type: 'number', question: 'About?', measured: 100, deviation: 10 }],
          [
            'c',
            {
              type: 'choice',
              question: 'Which?',
              right: '1',
              options: new Map([
                ['0', 'the map'],
                ['1', 'the set'],
              ]),
            },
          ],
        ]),
      ],
    ]);
    const record = recordWith(
      predicted(9, 'n', '1000'),
      predicted(2, 'n', '10'),
      predicted(3, 'near', '115'),
      predicted(4, 'c', '0'),
      predicted(5, 'gone', '0'),
      answered(6, false),
      answered(7, true),
    );
    const { predictions, questions } = courseReport({ ...sourceOf(record), asked });
    expect(predictions.made).toBe(4);
    expect(predictions.told).toEqual([
      { question: 'How many?', predicted: '10', result: '1,000', isRight: false },
      { question: 'About?', predicted: '115', result: '100', isRight: true },
      { question: 'Which?', predicted: 'the map', result: 'the set', isRight: false },
    ]);
    expect(questions).toEqual({ answered: 1, right: 0, all: 3 });
  });
});

/** What a tracker shows of Markdown. */
function shown(markdown: string): string {
  return markdownToHtml(markdown)
    .html.replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('what was typed', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      ...Array.from('`*_[]()<>|&#~!$\\-+=.1 ax\n:/@"'),
      '```',
      '](',
      '<b>',
      '&lt;',
      '- [ ] ',
    ),
  });

  test('is shown as it is in an item of a list, and makes no element', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { html } = markdownToHtml(`- ${plainInMarkdown(text)}`);
        expect(html.match(/<(?!\/?(?:ul|li)>)/g) ?? []).toEqual([]);
        expect(shown(`- ${plainInMarkdown(text)}`).trim()).toBe(text.replaceAll(/\s+/g, ' ').trim());
      }),
      { examples: [['1. a'], ['1) a'], ['- a'], ['+ a'], ['# a'], ['> a'], ['a\n---']] },
    );
  });

  test('cannot end its block of code', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { html } = markdownToHtml(`- item\n\n${blockInMarkdown(text, 2)}\n\nafter`);
        expect(html.match(/<code/g)).toHaveLength(1);
        expect(html.trimEnd().endsWith('<p>after</p>')).toBe(true);
      }),
    );
  });
});

describe('the Markdown of a report', () => {
  const { service, registry, where } = words.sheet.about;
  const checklist = { about: { service, registry, where }, questions: words.questions };
  const written = (answers: Readonly<Record<string, string>>): WrittenReport => ({
    report: courseReport(sourceOf(recordWith())),
    name: 'Anna <img src=x>',
    made: 0,
    fixes: new Map(),
    holders: [
      { id: 1, answers },
      { id: 2, answers: { service: 'billing', key: ' ' } },
    ],
    checklist,
  });

  test('is a task list: a question is done where it has an answer, and what is decided is to do', () => {
    const markdown = reportMarkdown(
      written({
        registry: 'sessions | all',
        putIn: 'open()',
        gauge: 'a\n```\n- [x] b',
        decision: 'Bound it.',
      }),
    );
    expect(markdown).toContain(
      '- [x] The capstone\n  - passed, not verified yet\n  - a bounded key. It costs.',
    );
    expect(markdown).toContain('- [ ] A pool');
    expect(markdown).toContain('### sessions \\| all');
    expect(markdown).toContain('- [x] **Who puts in, and who takes out?**\n  - Put in by: open()');
    expect(markdown).toContain('- [ ] **Does the key hold an id?**');
    expect(markdown).toContain('    ````text\n    a\n    ```\n    - [x] b\n    ````');
    expect(markdown).toContain('- [ ] **What we will do**\n  - Bound it.');
    const { html } = markdownToHtml(markdown);
    expect(html).not.toContain('<img');
    expect(html.match(/type="checkbox"/g)).toHaveLength(2 + words.questions.length + 1);
    expect(html.match(/<h3/g)).toHaveLength(1);
  });

  test('says nothing of a service about which nothing was typed', () => {
    expect(reportMarkdown(written({ service: 'billing' }))).not.toContain('In our service');
  });
});

test('no two lines of the checklist are kept under one name', () => {
  const names = words.questions.flatMap(({ lines }) => Object.keys(lines));
  const all = [...Object.keys(words.sheet.about), ...names, 'decision'];
  expect(new Set(all).size).toBe(all.length);
});
