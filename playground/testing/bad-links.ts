/** Links that are none, or hostile ones, each with the kind of fault that a reader is told. */

import { packText } from '../learner-record/packed-text.ts';
import { linkWords } from '../shared-run/link-words.ts';
import type { LinkFault } from '../shared-run/shared-run.ts';

type Kind = LinkFault['type'];

const scenario = 'logger-per-transaction';
const packed = (text: string): string => `#run=${scenario}.${packText(text, linkWords)}`;

const numbers = {
  mark: '1x2y3z',
  transactions: 10_000,
  virtualMs: 99_840,
  bytes: 1_234_567,
  classes: [{ name: 'Logger', live: 10_000, created: 10_000, kind: 'leak', perTransaction: 1 }],
  memory: { kind: 'leak', perTransaction: 123.5 },
  checks: [{ id: 'no-leak', passed: false }],
};
const shared = {
  v: 1,
  source: 'export class CnchServerResource {}\n',
  workload: { transactions: 2000, seed: 9, collectorSeconds: null, steady: { stragglers: 2, pace: 1 } },
  allowances: [{ className: 'Entry (line 40)', most: 1000 }],
  view: { type: 'objects', className: 'Logger' },
  numbers,
  machineHash: '0123456789',
  scenarioHash: 'abcdef0123',
};

const of = (over: object): string => packed(JSON.stringify({ ...shared, ...over }));
const ofNumbers = (over: object): string => of({ numbers: { ...numbers, ...over } });
const ofWorkload = (over: object): string => of({ workload: over });
const [classNumbers] = numbers.classes;

/** A link that is one, and what it carries. */
export const goodShared: object = shared;
export const goodLink = of({});

export const badLinks: readonly (readonly [what: string, hash: string, kind: Kind])[] = [
  ['nothing behind the sign', '#run=', 'unreadable'],
  ['no scenario', `#run=${packText('{}', linkWords)}`, 'unreadable'],
  ['an empty scenario', `#run=.${packText('{}', linkWords)}`, 'unreadable'],
  ['a scenario that is a page', `#run=<img src=x onerror=alert(1)>.${goodLink.slice(40)}`, 'unreadable'],
  ['a scenario that is a path', `#run=../../etc/passwd.${goodLink.slice(40)}`, 'unreadable'],
  ['a scenario and no more', `#run=${scenario}.`, 'unreadable'],
  ['half a link', goodLink.slice(0, goodLink.length / 2), 'unreadable'],
  ['a link with a full stop behind it', `${goodLink}.`, 'unreadable'],
  ['two links', goodLink + goodLink, 'unreadable'],
  ['a page', `#run=${scenario}.<script>alert(1)</script>`, 'unreadable'],
  ['a link that was encoded again', goodLink.replace('.', '%2E'), 'unreadable'],
  ['bytes that are no stream', `#run=${scenario}.AAAAAAAA`, 'unreadable'],
  ['text that is no JSON', packed('export {}'), 'unreadable'],
  ['more brackets than a stack holds', packed('['.repeat(200_000)), 'unreadable'],
  ['a bomb', packed('x'.repeat(30_000_000)), 'unreadable'],
  ['a bomb in JSON', of({ source: ' '.repeat(20_000_000) }), 'unreadable'],
  ['more characters than are read', `#run=${scenario}.${'A'.repeat(100_000)}`, 'too large'],
  ['a link as long as a book', `#run=${scenario}.${'_'.repeat(2_000_000)}`, 'too large'],
  ['version 2', of({ v: 2 }), 'newer'],
  ['version 1e9', of({ v: 1e9, source: undefined }), 'newer'],
  ['version 0', of({ v: 0 }), 'older'],
  ['a version below all', of({ v: -7 }), 'older'],
  ['a version in words', of({ v: '1' }), 'broken'],
  ['no version', of({ v: undefined }), 'broken'],
  ['null', packed('null'), 'broken'],
  ['a number', packed('7'), 'broken'],
  ['a list', packed(JSON.stringify([shared])), 'broken'],
  ['a prototype', packed(`{"__proto__":${JSON.stringify(shared)}}`), 'broken'],
  ['no program', of({ source: undefined }), 'broken'],
  ['two programs', of({ name: 'leaky' }), 'broken'],
  ['a program that is a list', of({ source: ['export {}'] }), 'broken'],
  ['a program that no compiler takes', of({ source: 'x'.repeat(200_001) }), 'broken'],
  ['a name that is a path', of({ source: undefined, name: '../../secret' }), 'broken'],
  ['a name of every object', of({ source: undefined, name: '__proto__' }), 'broken'],
  ['a name that is a page', of({ source: undefined, name: '<b>leaky</b>' }), 'broken'],
  ['a workload that is null', of({ workload: null }), 'broken'],
  ['a workload in words', ofWorkload({ seed: '7' }), 'broken'],
  ['a load that is a number', ofWorkload({ steady: 7 }), 'broken'],
  ['a load without a pace', ofWorkload({ steady: { stragglers: 2 } }), 'broken'],
  ['more transactions than are played', ofWorkload({ transactions: 1_000_001 }), 'workload'],
  ['no transactions', ofWorkload({ transactions: 0 }), 'workload'],
  ['half a transaction', ofWorkload({ transactions: 0.5 }), 'workload'],
  [
    'endless transactions',
    packed(JSON.stringify(shared).replace('"transactions":2000', '"transactions":1e999')),
    'workload',
  ],
  ['all at once', ofWorkload({ concurrency: 257 }), 'workload'],
  ['a negative seed', ofWorkload({ seed: -1 }), 'workload'],
  ['more failures than transactions', ofWorkload({ failureRate: 1.5 }), 'workload'],
  ['more memory than there is', ofWorkload({ memoryLimit: 2 ** 40 }), 'workload'],
  ['more samples than are taken', ofWorkload({ samples: 1e6 }), 'workload'],
  ['a collection at every moment', ofWorkload({ collectorSeconds: 0 }), 'workload'],
  ['a load of stragglers alone', ofWorkload({ steady: { stragglers: 1e9, pace: 1 } }), 'workload'],
  ['allowances in words', of({ allowances: 'all of them' }), 'broken'],
  ['an allowance for nothing', of({ allowances: [{}] }), 'broken'],
  ['an allowance that is a page', of({ allowances: [{ className: '<b>(', most: 1 }] }), 'broken'],
  ['two allowances in one', of({ allowances: [{ className: 'Entry, 9 Logger', most: 1 }] }), 'broken'],
  ['an allowance below one', of({ allowances: [{ className: 'Entry', most: 0.5 }] }), 'broken'],
  ['an endless allowance', of({ allowances: [{ className: 'Entry', most: 1e300 }] }), 'broken'],
  [
    'an allowance for each of 51 classes',
    of({ allowances: Array.from({ length: 51 }, (_, n) => ({ className: `X${n}`, most: 1 })) }),
    'broken',
  ],
  ['a view of no class', of({ view: { type: 'objects' } }), 'broken'],
  ['a view in words', of({ view: 'objects:Logger' }), 'broken'],
  ['a view of something else', of({ view: { type: 'javascript', className: 'alert(1)' } }), 'broken'],
  ['numbers that are a text', of({ numbers: 'none' }), 'broken'],
  ['bytes in words', ofNumbers({ bytes: '1 MB' }), 'broken'],
  ['a mark that is a page', ofNumbers({ mark: '<b>1</b>' }), 'broken'],
  ['classes that are an object', ofNumbers({ classes: { length: 1 } }), 'broken'],
  ['more classes than a program has', ofNumbers({ classes: new Array(101).fill(classNumbers) }), 'broken'],
  [
    'a class with a long name',
    ofNumbers({ classes: [{ ...classNumbers, name: 'x'.repeat(201) }] }),
    'broken',
  ],
  ['a verdict that there is not', ofNumbers({ memory: { kind: 'fine', perTransaction: 0 } }), 'broken'],
  ['a verdict of every object', ofNumbers({ memory: { kind: 'constructor', perTransaction: 0 } }), 'broken'],
  ['a failure that there is not', ofNumbers({ failure: { kind: 'toString' } }), 'broken'],
  ['a check that half passed', ofNumbers({ checks: [{ id: 'no-leak', passed: 0.5 }] }), 'broken'],
  ['a hash that is a page', of({ machineHash: '<script>' }), 'broken'],
  ['a hash as long as a book', of({ scenarioHash: 'a'.repeat(200) }), 'broken'],
];
