/** Properties that a verdict has for all leaks of a kind, not only for those that we thought of. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyLength,
  chance,
  inBatches,
  type Length,
  lengthAskedFor,
  measured,
  shape,
  share,
  summed,
} from '../testing/any-run.ts';
import { planBatches } from './batches.ts';
import { type Curve, findingOn } from '../testing/synthetic-run.ts';

/** The same models each time, so that the tests are as sure tomorrow; change it to try others. */
fc.configureGlobal({ seed: 20_261 });

const runs = 1000;

const patterns = ['at once', 'spread', 'in a row', 'in any order'] as const;

/** k objects in every m transactions. */
interface Leak {
  readonly k: number;
  readonly m: number;
  readonly phase: number;
  readonly pattern: (typeof patterns)[number];
}

const anyLeak = {
  k: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2000 })),
  m: share,
  phase: share,
  pattern: fc.constantFrom(...patterns),
};

/** Objects made so far in a period: all in its last transaction, spread over the m, one in each of the first k, or anywhere. */
function inPeriod({ k, m, phase, pattern }: Leak): Curve {
  if (pattern === 'at once' || (pattern === 'in a row' && k > m)) return () => 0;
  if (pattern === 'spread') return (at) => Math.floor((at * k) / m);
  if (pattern === 'in a row') return (at) => Math.min(k, at);
  const places = Array.from({ length: k }, (_, one) => 1 + Math.floor(chance(phase, one) * m));
  return (at) => places.filter((place) => place <= at).length;
}

function keptBy(leak: Leak): Curve {
  const { k, m, phase } = leak;
  const part = inPeriod(leak);
  const total: Curve = (at) => k * Math.floor(at / m) + part(at % m);
  return (at) => total(at + phase) - total(phase);
}

/**
 * A leak that shows itself ten times at least in the measured run. In any order, 11 objects or more can be so placed that each batch
 * grows by less than the one before, as a cache does: ten cannot, since two batches that do not overlap within a period would hold
 * six and five.
 */
function oftenEnough<T extends Leak & Length>(drawn: T): T {
  const m = 1 + Math.floor(drawn.m * (Math.floor(measured(drawn) / 10) - 1));
  const k = drawn.pattern === 'in any order' ? 1 + ((drawn.k - 1) % 10) : drawn.k;
  fc.pre(isTold(k, drawn));
  return { ...drawn, k, m, phase: Math.floor(drawn.phase * (m - 1)) };
}

/** Whether k at once cannot be taken for as many in each of a batch's transactions. */
function isTold(k: number, length: Length): boolean {
  return k % planBatches(length).batch !== 0;
}

/**
 * How far from the truth a rate may be, as a share of it, with counts that are w transactions apart at most, over T of them: by what
 * `steady.ts` says where the steps look even, and by what `slope.ts` says of the rate of means where they do not.
 */
function tolerance({ m, ...length }: Leak & Length & { readonly slices: number }): number {
  const T = measured(length);
  const w = Math.ceil(length.transactions / length.slices);
  const even = (3 * w) / (T - 2 * m - w);
  const uneven = (9 / 8) * (m / T) ** 2 + (3 / 2) * (w / T) * (1 + (3 * m) / T);
  return Math.max(even / (1 - even), uneven);
}

test('a leak of k objects per m transactions is called one, with its rate', () => {
  const cases = fc.record({ ...anyLength, ...anyLeak, slices: fc.constantFrom(100, 200) });
  fc.assert(
    fc.property(cases, (drawn) => {
      const leak = oftenEnough(drawn);
      const found = findingOn({ ...leak, kept: keptBy(leak), forever: true });
      expect(found.kind).toBe('leak');
      const off = Math.abs((found.perTransaction * leak.m) / leak.k - 1);
      expect(off).toBeLessThanOrEqual(leak.m === 1 ? 0 : tolerance(leak));
    }),
    { numRuns: runs },
  );
});

// What the rate is taken from, a strip that holds the checkpoints, is no higher than k, and nor is the leak's own: they part by 2k at most.
test('from checkpoints alone the rate is within 2m/T, unless all batches grew alike, which tells nothing of the steps', () => {
  fc.assert(
    fc.property(fc.record({ ...anyLength, ...anyLeak }), (drawn) => {
      const leak = oftenEnough(drawn);
      const found = findingOn({ ...leak, kept: keptBy(leak) });
      const alike = new Set(inBatches(leak, keptBy(leak))).size === 1;
      if (alike && found.kind === 'not enough data') return;
      expect(found.kind).toBe('leak');
      const off = Math.abs((found.perTransaction * leak.m) / leak.k - 1);
      expect(off).toBeLessThanOrEqual((2 * leak.m) / measured(leak));
    }),
    { numRuns: runs },
  );
});

test('a leak rarer than a tenth of the run asks for a longer one, and that one decides', () => {
  const cases = fc.record({ ...anyLength, ...anyLeak, pattern: fc.constant('at once' as const) });
  fc.assert(
    fc.property(cases, (drawn) => {
      const span = measured(drawn);
      const m = Math.ceil(span / 9 + drawn.m * (span / 2 - span / 9));
      fc.pre(isTold(drawn.k, drawn));
      const leak = { ...drawn, m, phase: Math.floor(drawn.phase * (m - 1)) };
      const short = findingOn({ ...leak, kept: keptBy(leak), forever: true });
      expect(short.kind).toBe('not enough data');
      const transactions = lengthAskedFor(short);
      expect(transactions).toBeGreaterThan(leak.transactions);
      const longer = { ...leak, transactions, slices: 200 };
      fc.pre(isTold(drawn.k, longer));
      const long = findingOn({ ...longer, kept: keptBy(leak), forever: true });
      expect(long.kind).toBe('leak');
      expect(Math.abs((long.perTransaction * m) / leak.k - 1)).toBeLessThanOrEqual(tolerance(longer));
    }),
    { numRuns: runs },
  );
});

test('a leak of m objects per transaction is found exactly, whatever warms up beside it until the fourth batch ends', () => {
  const cases = fc.record({
    ...anyLength,
    m: fc.integer({ min: 1, max: 9 }),
    shape,
    over: share,
    keys: fc.integer({ min: 1, max: 20_000 }),
  });
  fc.assert(
    fc.property(cases, ({ m, shape: curve, over, keys, ...length }) => {
      const end = 1 + over * ((planBatches(length).checkpoints[4] ?? 0) - 1);
      const warm: Curve = (at) => (at >= end ? keys : Math.floor(keys * curve(at / end)));
      const found = findingOn({ ...length, kept: (at) => m * at + warm(at), forever: true });
      expect(found).toMatchObject({ kind: 'leak', perTransaction: m });
    }),
    { numRuns: runs },
  );
});

test('what each failed transaction leaves is counted exactly, at any rate of failure, and fewer than ten are never passed', () => {
  const cases = fc.record({
    ...anyLength,
    each: fc.integer({ min: 1, max: 9 }),
    rarity: share,
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(cases, ({ each, rarity, seed, ...length }) => {
      const rate = 0.0005 ** rarity;
      const failed = summed(length.transactions, (at) => (chance(seed, at) < rate ? 1 : 0));
      const kept: Curve = (at) => each * failed(at);
      const found = findingOn({ ...length, kept, failed, forever: true });
      const grown = inBatches(length, kept).reduce((sum, count) => sum + count, 0);
      if (grown >= 10 * each) {
        expect(found).toMatchObject({ kind: 'leak', perTransaction: grown / measured(length) });
      } else expect(found.kind).toBe(grown === 0 ? 'flat' : 'not enough data');
    }),
    { numRuns: runs / 2 },
  );
});

test('a leak is never passed because more than it leaves is emptied every n transactions', () => {
  const cases = fc.record({
    ...anyLength,
    m: fc.integer({ min: 1, max: 3 }),
    perTransaction: fc.constantFrom(1, 2, 5),
    part: share,
    samples: fc.constantFrom(10, 100),
  });
  fc.assert(
    fc.property(cases, ({ m, perTransaction, part, ...length }) => {
      const n = 2 + Math.floor(part * 0.3 * measured(length));
      const emptied = length.transactions - (length.transactions % n);
      const found = findingOn({
        ...length,
        kept: (at) => m * at + perTransaction * (at % n),
        alive: (at) => m * at + perTransaction * Math.max(0, at - emptied),
      });
      expect(['leak', 'not enough data']).toContain(found.kind);
    }),
    { numRuns: runs },
  );
});
