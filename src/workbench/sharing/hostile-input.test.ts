/** Of everything that comes from outside, links and records, each bad one ends in the sentence that says what is wrong with it. */

import { beforeAll, expect, test, vi } from 'vitest';

import { readRecord, type RecordFault } from '#playground/learner-record/learner-record.ts';
import { type LinkFault, readRunHash } from '#playground/shared-run/shared-run.ts';
import { badLinks } from '#playground/testing/bad-links.ts';
import { badRecords } from '#playground/testing/bad-records.ts';
import { recordFaultWords } from '#playground/words/en/records.ts';
import { refusalWords } from './refusal-words.ts';

/** How the sentence about a fault ends; behind the colon stands what is wrong. */
const ofLinks: Readonly<Record<LinkFault['type'], RegExp>> = {
  'too large': /: it is larger than any that this site makes\.$/,
  unreadable: /: it was cut off or changed on its way\. Ask for it again\.$/,
  older: /: an older version of this site made it, in a form that is no longer read\.$/,
  newer: /: a newer version of this site made it\. Reload the page, then open it again\.$/,
  workload: /: its workload is out of bounds, in the field “[A-Z][^“”<>]+”\.$/,
  broken: /: it was damaged or edited, and its field “[\w. -]*” is not valid\.$/,
};
const ofRecords: Readonly<Record<RecordFault['type'], RegExp>> = {
  unreadable: /: there is no such file, or it may not be opened\.$/,
  'too large': /: it is larger than [\d.]+ [KM]iB\.$/,
  'no json': /: it does not hold JSON\.$/,
  'another file': /: it holds JSON of another kind\.$/,
  newer: / from a newer version of this course: update yours to read it\.$/,
  broken: / damaged or edited: its field “[\w. -]*” is not valid\.$/,
};

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
});

const linkWords = (hash: string): string => {
  const { fault } = readRunHash(hash);
  return fault === undefined ? 'It was opened.' : refusalWords(fault);
};
const recordWords = (text: string): string => {
  const { fault } = readRecord(text);
  return fault === undefined ? 'It was read.' : recordFaultWords('anna.json', fault);
};

test.each(badLinks)('a link with %s: its sentence', (_, hash, kind) => {
  expect(linkWords(hash)).toMatch(ofLinks[kind]);
});

test.each(badRecords)('a record with %s: its sentence', (_, text, kind) => {
  expect(recordWords(text)).toMatch(ofRecords[kind]);
});

test('there are 60 of them or more, no two the same, and every kind of fault is among them', () => {
  const all = [...badLinks, ...badRecords].map(([, text]) => text);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(badLinks.map(([, , kind]) => kind))).toEqual(new Set(Object.keys(ofLinks)));
  // That a file cannot be opened is no matter of what stands in it.
  const { unreadable: _, ...readable } = ofRecords;
  expect(new Set(badRecords.map(([, , kind]) => kind))).toEqual(new Set(Object.keys(readable)));
});
