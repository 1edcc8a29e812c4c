/** A record is read as it was written; what is none is refused with the reason, whatever it is. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { badRecords, goodRecord } from '../testing/bad-records.ts';
import { recordFaultWords } from '../words/en/records.ts';
import { type LearnerRecord, packedRun, readRecord, recordText, unpackedRun } from './learner-record.ts';

/** Events without the order of their fields, and in an order of their own. */
const inOrder = (events: readonly unknown[] = []): readonly string[] =>
  events.map((event) => JSON.stringify(isPlain(event) ? Object.entries(event).sort() : event)).sort();
const isPlain = (event: unknown): event is object =>
  typeof event === 'object' && event !== null && !Array.isArray(event);

describe('a record', () => {
  test('is read as it was written', () => {
    expect(readRecord(goodRecord).record).toEqual(JSON.parse(goodRecord));
  });

  test('may begin with a byte order mark, and hold fields that nobody knows', () => {
    const more = `\uFEFF${JSON.stringify({ ...(JSON.parse(goodRecord) as object), later: 1 })}`;
    expect(readRecord(more).record).toEqual(JSON.parse(goodRecord));
  });

  test('names each chapter once in its file, and loses none of its events, whatever they are', () => {
    const event = fc.oneof(
      fc.record({ chapter: fc.constantFrom('course/01-a', 'course/02-b', '', 'prototype', 7), at: fc.nat() }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const record: LearnerRecord = { ...(JSON.parse(goodRecord) as LearnerRecord), version: 2, events };
        const text = recordText(record);
        expect(text.split('course/01-a').length).toBeLessThanOrEqual(2);
        const { record: read } = readRecord(text);
        expect(read).toMatchObject({ ...record, events: expect.any(Array) as unknown });
        expect(inOrder(read?.events)).toEqual(inOrder(JSON.parse(JSON.stringify(events)) as unknown[]));
      }),
    );
  });

  test('gives its programs as they were typed', () => {
    const run = readRecord(goodRecord).record?.passes[0]?.run;
    expect(run && unpackedRun(run)).toMatchObject({ program: 'export {};' });
    expect(run && packedRun(unpackedRun(run))).toEqual(run);
  });
});

test.each(badRecords)('%s is refused', (_, text, kind) => {
  const { record, fault } = readRecord(text);
  expect(record).toBeUndefined();
  expect(fault?.type).toBe(kind);
  expect(fault && recordFaultWords('anna.json', fault)).toMatch(/^anna\.json .*record.*\.$/);
});

test('whatever is changed in a record, it is read or refused', () => {
  fc.assert(
    fc.property(fc.nat(goodRecord.length), fc.string({ maxLength: 9 }), (at, put) => {
      const { record, fault } = readRecord(goodRecord.slice(0, at) + put + goodRecord.slice(at + put.length));
      expect([record, fault].filter((one) => one !== undefined)).toHaveLength(1);
    }),
  );
});
