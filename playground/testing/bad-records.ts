/** Texts that are no records, or hostile ones, each with the kind of fault that a reader is told. */

import { packText } from '../learner-record/packed-text.ts';
import type { RecordFault } from '../learner-record/learner-record.ts';

type Kind = RecordFault['type'];

const workload = {
  transactions: 10_000,
  concurrency: 16,
  seed: 7,
  failureRate: 0,
  sharedIdRate: 0,
  memoryLimit: 4_194_304,
  samples: 100,
  collectorSeconds: null,
};
const run = { program: packText('export {};'), workload, scenarioHash: 'a', machineHash: 'b' };
const pass = { scenario: 'capstone', at: 1, fix: '', run };
const record = { format: 'leak-lab-record', version: 1, made: 1, passes: [pass], events: [] };

const of = (over: object): string => JSON.stringify({ ...record, ...over });
const ofPass = (over: object): string => of({ passes: [{ ...pass, ...over }] });
const ofRun = (over: object): string => ofPass({ run: { ...run, ...over } });

/** A record that is one. */
export const goodRecord = of({});

export const badRecords: readonly (readonly [what: string, text: string, kind: Kind])[] = [
  ['nothing', '', 'no json'],
  ['white space', ' \n\t', 'no json'],
  ['a sentence', 'Here is my record.', 'no json'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'no json'],
  ['half a record', goodRecord.slice(0, 90), 'no json'],
  ['two records', goodRecord + goodRecord, 'no json'],
  ['a program', 'export const x = 1;', 'no json'],
  ['single quotes', goodRecord.replaceAll('"', "'"), 'no json'],
  ['a picture', '\u0089PNG\r\n\u001a\n', 'no json'],
  ['more brackets than a stack holds', '['.repeat(400_000), 'no json'],
  ['a number', '7', 'another file'],
  ['null', 'null', 'another file'],
  ['true', 'true', 'another file'],
  ['a text', '"leak-lab-record"', 'another file'],
  ['a list of records', `[${goodRecord}]`, 'another file'],
  ['an empty object', '{}', 'another file'],
  ['a package', '{"name":"x","version":"1.0.0"}', 'another file'],
  ['another format', of({ format: 'leak-lab-run' }), 'another file'],
  ['a format in a list', of({ format: ['leak-lab-record'] }), 'another file'],
  ['a prototype', '{"__proto__":{"format":"leak-lab-record"}}', 'another file'],
  ['version 3', of({ version: 3 }), 'newer'],
  ['version 1e9', of({ version: 1e9 }), 'newer'],
  ['version 0', of({ version: 0 }), 'broken'],
  ['a version in words', of({ version: '1' }), 'broken'],
  ['no version', of({ version: undefined }), 'broken'],
  ['no passes', of({ passes: undefined }), 'broken'],
  ['passes that are no list', of({ passes: { length: 1 } }), 'broken'],
  ['a pass that is null', of({ passes: [null] }), 'broken'],
  [
    'more passes than anybody has',
    of({ passes: Array.from({ length: 501 }, () => ({ ...pass, run: undefined })) }),
    'broken',
  ],
  ['no events', of({ events: undefined }), 'broken'],
  ['more events than are kept', of({ events: Array.from({ length: 10_001 }, () => 0) }), 'broken'],
  ['events that are a text', of({ events: 'course/03' }), 'broken'],
  [
    'more events than are kept, in two chapters',
    of({ events: { 'course/03': Array(5001).fill(0), 'course/04': Array(5000).fill(0) } }),
    'broken',
  ],
  ['a name that is a number', of({ name: 7 }), 'broken'],
  ['a name that is a page', of({ name: `<img src=x onerror=alert(1)>${'x'.repeat(80)}` }), 'broken'],
  ['made in words', of({ made: 'yesterday' }), 'broken'],
  ['made before all time', of({ made: -1 }), 'broken'],
  ['a pass without a scenario', ofPass({ scenario: undefined }), 'broken'],
  ['a pass of the empty scenario', ofPass({ scenario: '' }), 'broken'],
  ['a scenario with a long name', ofPass({ scenario: 'x'.repeat(121) }), 'broken'],
  ['a chapter that is a list', ofPass({ chapter: ['course/03'] }), 'broken'],
  ['a pass at no time', ofPass({ at: null }), 'broken'],
  ['a pass at an endless time', ofPass({}).replace('"at":1', '"at":1e999'), 'broken'],
  ['a pass after the last date', ofPass({ at: 1e300 }), 'broken'],
  ['a fix that is an object', ofPass({ fix: { html: '<b>' } }), 'broken'],
  ['a fix as long as a book', ofPass({ fix: 'x'.repeat(501) }), 'broken'],
  ['a run that is a text', ofPass({ run: 'export {}' }), 'broken'],
  ['a program that is not packed', ofRun({ program: 'class Logger {}' }), 'broken'],
  ['a program that was cut off', ofRun({ program: run.program.slice(0, 5) }), 'broken'],
  ['a program that is a bomb', ofRun({ program: packText('x'.repeat(20_000_000)) }), 'broken'],
  ['a program that is a list', ofRun({ program: [run.program] }), 'broken'],
  [
    'a workload without transactions',
    ofRun({ workload: { ...workload, transactions: undefined } }),
    'broken',
  ],
  ['a workload in words', ofRun({ workload: { ...workload, seed: '7' } }), 'broken'],
  ['a workload that is null', ofRun({ workload: null }), 'broken'],
  ['allowances that are no list', ofRun({ allowances: 'all' }), 'broken'],
  ['an allowance for nothing', ofRun({ allowances: [{}] }), 'broken'],
  [
    'an allowance for each of 51 classes',
    ofRun({ allowances: Array.from({ length: 51 }, () => ({ className: 'X', most: 1 })) }),
    'broken',
  ],
  ['a hash that is a number', ofRun({ machineHash: 7 }), 'broken'],
  ['a hash as long as a book', ofRun({ scenarioHash: 'a'.repeat(200) }), 'broken'],
  ['more than a million characters', of({ events: ['x'.repeat(1_000_000)] }), 'too large'],
];
