/** A record goes from one browser to another and loses nothing on its way, and takes nothing from what is there. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRecord } from '#playground/learner-record/learner-record.ts';
import type { RepeatableRun } from '#playground/learner-record/repeatable-run.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import type { Entry } from '#src/kept/browser-storage.ts';
import { merged } from './merged-events.ts';
import type { ProgressEvent } from './progress-event.ts';
import { eventsOf, recordOf } from './record-events.ts';

const chapter = 'course/03-x';
const runOf = (program: string): RepeatableRun => ({
  program,
  workload: shortWorkload,
  scenarioHash: 'a',
  machineHash: 'b',
});
const pass = (at: number, program?: string): ProgressEvent => ({
  v: 2,
  at,
  type: 'passed',
  chapter,
  scenario: 'c',
  value: 'constant name',
  ...(program === undefined ? {} : { run: runOf(program) }),
});
const answer = (at: number, value = '1', right = false): ProgressEvent => ({
  v: 2,
  at,
  type: 'answered',
  chapter,
  question: 'q',
  value,
  right,
});
const entry = (known: ProgressEvent): Entry<ProgressEvent> => ({ raw: known, known });
const known = (entries: readonly Entry<ProgressEvent>[]) => entries.flatMap((one) => one.known ?? []);

/** As it comes out of a file. */
function throughFile(events: readonly ProgressEvent[], name = ''): ReturnType<typeof eventsOf> {
  const { record } = readRecord(JSON.stringify(recordOf(events, 9, name)));
  if (record === undefined) throw new Error('It is no record.');
  return eventsOf(record);
}

describe('a record', () => {
  const done = [answer(1), pass(2, 'export const x = "“a”";'), answer(3, '2', true), pass(4)];

  test('holds all that was done', () => {
    const { events, unread } = throughFile(done);
    expect(unread).toBe(0);
    expect(known(merged([], events))).toEqual(done);
  });

  test('names whoever typed a name, and nobody else', () => {
    expect(recordOf([], 9, '  Anna ')).toMatchObject({ name: 'Anna' });
    expect(recordOf([], 9, '   ')).not.toHaveProperty('name');
    expect(recordOf([], 9, 'x'.repeat(200)).name).toHaveLength(80);
  });

  test('may hold what this version cannot read, which is counted and passed over', () => {
    const record = { ...recordOf(done, 9, ''), events: [{ v: 3, type: 'danced' }, 7, answer(1), pass(5)] };
    const { events, unread } = eventsOf(record);
    expect(unread).toBe(3);
    expect(events).toHaveLength(3);
  });
});

describe('what this version cannot read', () => {
  const foreign = [{ v: 3, type: 'danced' }, 'broken{'];

  test('goes into the record as it is, for the version that can', () => {
    const { record } = readRecord(JSON.stringify(recordOf([answer(1)], 9, '', foreign)));
    expect(record?.events).toEqual([answer(1), ...foreign]);
  });

  test.each([
    ['is too long', ['x'.repeat(1_000_000)]],
    ['is too many', Array.from({ length: 10_000 }, () => 0)],
    ['is nested too deeply', [JSON.parse('['.repeat(9_000) + ']'.repeat(9_000))]],
  ])('never keeps a record from being read: what %s stays behind', (_, unread) => {
    const text = JSON.stringify(recordOf([answer(1), pass(2)], 9, '', unread));
    const { record } = readRecord(text);
    expect(record?.events).toContainEqual(answer(1));
    expect(record?.passes).toHaveLength(1);
  });
});

describe('what two browsers bring together', () => {
  test('is kept once where it is the same', () => {
    expect(known(merged([answer(1), pass(2, 'p')].map(entry), [pass(2, 'p'), answer(1)]))).toEqual([
      answer(1),
      pass(2, 'p'),
    ]);
  });

  test('keeps both passes where they disagree, and the earlier date where they agree', () => {
    expect(known(merged([entry(pass(5, 'one'))], [pass(3, 'other'), pass(4, 'one')]))).toEqual([
      pass(3, 'other'),
      pass(4, 'one'),
    ]);
  });

  test('keeps a pass of each version of the site', () => {
    const older = pass(1, 'p');
    const newer = { ...pass(2, 'p'), run: { ...runOf('p'), machineHash: 'newer' } };
    expect(known(merged([entry(newer)], [older]))).toEqual([older, newer]);
  });

  test('keeps what nobody can read', () => {
    const foreign: Entry<ProgressEvent> = { raw: { v: 9 }, known: undefined };
    expect(merged([foreign, entry(answer(1))], [answer(2)])).toEqual([
      foreign,
      entry(answer(1)),
      entry(answer(2)),
    ]);
  });

  test('is the same whichever comes first, and however often', () => {
    const some = fc.array(
      fc.oneof(
        fc
          .record({ at: fc.nat(5), program: fc.constantFrom('p', 'q') })
          .map(({ at, program }) => pass(at, program)),
        fc
          .record({ at: fc.nat(5), value: fc.constantFrom('1', '2') })
          .map(({ at, value }) => answer(at, value)),
      ),
    );
    const set = (events: readonly ProgressEvent[]) => new Set(events.map((event) => JSON.stringify(event)));
    fc.assert(
      fc.property(some, some, (one, other) => {
        const here = merged([], one);
        const both = merged(here, other);
        expect(set(known(merged(merged([], other), one)))).toEqual(set(known(both)));
        expect(set(known(merged(both, other)))).toEqual(set(known(both)));
        for (const event of known(here))
          expect(known(both).some(({ at, value }) => at <= event.at && value === event.value)).toBe(true);
      }),
    );
  });
});
