/** Who stores and who removes, where a program does so by assignment: the line, how often, and how the transactions ended. */

import { describe, expect, test } from 'vitest';
import { heapWords } from '../words/en/heap.ts';
import { classIn, faultyIn, inspectedRun, noPause } from '../testing/heap-run.ts';
import { programWith, shortWorkload } from '../testing/run-for-tests.ts';

interface Case {
  readonly name: string;
  readonly top: string;
  readonly construct: string;
  readonly dispose?: string;
  /** What is told at the faulty reference; `N` stands for the number of transactions. */
  readonly told: readonly string[] | undefined;
}

const kept = 'class Kept { constructor(readonly n = 0) {} } let turn = 0;';
const { transactions } = shortWorkload;

const cases: readonly Case[] = [
  {
    name: 'a table that is an object',
    top: 'const table: Record<string, Kept> = {};',
    construct: 'table["r" + id] = new Kept();',
    told: ['= line 7 × N', 'delete × 0'],
  },
  {
    name: 'a table from which every other entry is deleted',
    top: 'const table: Record<string, Kept> = {};',
    construct: 'table[`r${id}`] = new Kept();',
    dispose: 'if (turn++ % 2 === 0) delete table[`r${this.id}`];',
    told: ['= line 7 × N', 'delete line 15 × H'],
  },
  {
    name: 'an entry that comes once and is asked for again',
    top: 'const table: Record<string, Kept> = Object.create(null);',
    construct: 'for (const n of [1, 2]) table[`r${id}`] ??= new Kept(n);',
    told: ['= line 7 × N', 'delete × 0'],
  },
  {
    name: 'two assignments in one, over two lines',
    top: 'const first: Record<string, Kept> = {}; const second: Record<string, Kept> = {};',
    construct: 'first[`r${id}`] =\n second[`r${id}`] = new Kept();',
    told: ['= line 7 × N', 'delete × 0'],
  },
  {
    name: 'a table whose keys are symbols',
    top: 'const table: Record<symbol, Kept> = {};',
    construct: 'table[Symbol()] = new Kept();',
    told: ['= line 7 × N', 'delete × 0'],
  },
  {
    name: 'a static table, and values taken away by null',
    top: 'class Tables { static all: Record<string, Kept | null> = {}; }',
    construct: 'Tables.all[`r${id}`] = new Kept();',
    dispose: 'if (turn++ % 2 === 0) Tables.all[`r${this.id}`] = null;',
    told: ['= line 7 × N', '= null line 15 × H'],
  },
  {
    name: 'an array filled at its end',
    top: 'const list: Kept[] = [];',
    construct: 'list[list.length] = new Kept();',
    told: ['= line 7 × N', 'splice × 0'],
  },
  {
    name: 'an array that is made shorter',
    top: 'const list: Kept[] = [];',
    construct: 'list.push(new Kept(), new Kept());',
    dispose: 'list.length = list.length - 1;',
    told: ['push line 7 × D', 'length = line 15 × N'],
  },
  {
    name: 'a list linked by object literals',
    top: 'interface Link { kept: Kept; next: Link | undefined } let last: Link | undefined;',
    construct: 'last = { kept: new Kept(), next: last };',
    told: ['{…} line 7 × M', '= undefined × 0'],
  },
  {
    name: 'a table that is filled by a function of the language',
    top: 'const table: Record<string, Kept> = {};',
    construct: 'Object.assign(table, { [`r${id}`]: new Kept() });',
    told: undefined,
  },
  {
    name: 'a table that is emptied by a function of the language',
    top: 'const table: Record<string, Kept> = {};',
    construct: 'table[`r${id}`] = new Kept();',
    dispose: 'if (turn++ % 2 === 0) Reflect.deleteProperty(table, `r${this.id}`);',
    told: undefined,
  },
  {
    name: 'a table beside a proxy whose trap counts how often it is called',
    top: 'let asked = 0; const table: Record<string, Kept> = {}; const other: Record<string, number> = new Proxy({}, { getOwnPropertyDescriptor: (of, key) => (asked++, Reflect.getOwnPropertyDescriptor(of, key)) });',
    construct:
      'table[`r${id}`] = new Kept(); other[`n${id % 8n}`] = 1; if (asked !== ++turn) throw new Error("asked");',
    told: ['= line 7 × N', 'delete × 0'],
  },
  {
    name: 'a table behind a proxy, of which nothing is asked',
    top: 'const table: Record<string, Kept> = new Proxy({}, {});',
    construct: 'table[`r${id}`] = new Kept();',
    told: undefined,
  },
];

const numbers: Readonly<Record<string, number>> = {
  N: transactions,
  D: 2 * transactions,
  H: transactions / 2,
  M: transactions - 1,
};

async function storesOf({ top, construct, dispose = '' }: Case): Promise<readonly string[] | undefined> {
  const source = programWith({ top: `${kept} ${top}`, construct, dispose });
  const { inspection } = await inspectedRun(source, shortWorkload);
  const report = await inspection.reportWithStores(noPause);
  const [path] = faultyIn(classIn(report, 'Kept'));
  if (path === undefined) throw new Error('No Kept is at fault.');
  return path.stores?.map((site) => heapWords.storeWords(site));
}

describe('who stores and who removes, by assignment', () => {
  test.each(cases)('$name', async (each) => {
    const told = each.told?.map((line) => line.replace(/[A-Z]$/, (letter) => String(numbers[letter])));
    expect(await storesOf(each)).toEqual(told);
  });
});
