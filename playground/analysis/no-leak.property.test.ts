/** Properties that a verdict has for all programs that do not leak, or cannot be told from one that does not. */

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

const step = fc.record({ at: share, height: fc.integer({ min: 1, max: 50_000 }) });

/** Grows in steps at shares of the transactions until `last`. */
function inSteps(steps: readonly { readonly at: number; readonly height: number }[], last: number): Curve {
  return (at) => steps.reduce((sum, taken) => sum + (at >= 1 + taken.at * (last - 1) ? taken.height : 0), 0);
}

test('what grows and then stops for the last half of the run is no leak, and bounded if it took one step', () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.record({ ...anyLength, steps, forever: fc.boolean() }), ({ steps: taken, ...length }) => {
      const plan = planBatches(length);
      const last = plan.warmUp + 3 * plan.batch;
      fc.pre(2 * last < (plan.checkpoints.at(-1) ?? 0));
      const { kind } = findingOn({ ...length, kept: inSteps(taken, last) });
      expect(kind).not.toBe('leak');
      // More may get larger and larger, as those of a table do that goes on growing.
      if (taken.length === 1) expect(['bounded', 'flat']).toContain(kind);
    }),
    { numRuns: runs },
  );
});

test('one step or two, of any height at any time, are never called a leak', () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.record({ ...anyLength, steps, forever: fc.boolean() }), ({ steps: taken, ...length }) => {
      expect(findingOn({ ...length, kept: inSteps(taken, length.transactions) }).kind).not.toBe('leak');
    }),
    { numRuns: runs },
  );
});

const pool = { ...anyLength, begin: share, end: share };

/** A pool that grows evenly, from some time on, until it has reached its peak at `last` or before. */
function pooled(begin: number, end: number, peak: number, last: number): Curve {
  const top = 1 + end * (last - 1);
  const bottom = begin * top;
  return (at) => Math.floor(peak * Math.min(1, Math.max(0, (at - bottom) / Math.max(1, top - bottom))));
}

// No leak that shows itself ten times in the measured run is quiet for a tenth of it. Growth is known by slices.
test('a pool that reached its peak before the last tenth of the run is never called a leak', () => {
  fc.assert(
    fc.property(
      fc.record({ ...pool, peak: fc.integer({ min: 1, max: 5000 }) }),
      ({ begin, end, peak, ...length }) => {
        const lastCheckpoint = planBatches(length).checkpoints.at(-1) ?? 0;
        const last = lastCheckpoint - measured(length) / 10 - length.transactions / 200 - 2;
        const kept = pooled(begin, end, peak, last);
        expect(findingOn({ ...length, kept, forever: true, slices: 200 }).kind).not.toBe('leak');
      },
    ),
    { numRuns: runs },
  );
});

// Such a leak leaves in each batch half as many objects as in another, at least.
test('nor is a pool of many that reached it before the last batch was two fifths over', () => {
  fc.assert(
    fc.property(
      fc.record({ ...pool, peak: fc.integer({ min: 1000, max: 50_000 }) }),
      ({ begin, end, peak, ...length }) => {
        const { batch, checkpoints } = planBatches(length);
        const kept = pooled(begin, end, peak, (checkpoints.at(-1) ?? 0) - 0.6 * batch);
        expect(findingOn({ ...length, kept, forever: true, slices: 200 }).kind).not.toBe('leak');
      },
    ),
    { numRuns: runs },
  );
});

/** Whether readings meet a saw-tooth at all heights: not each time at nearly the same, or a little higher. */
function isMet(
  { transactions, samples }: { transactions: number; samples: number },
  period: number,
): boolean {
  const fits = ((transactions / samples) % period) / period;
  return samples === 100 && fits > 0.05 && fits < 0.95;
}

test('a saw-tooth of two or more periods is no leak, and one of four or more is bounded', () => {
  const cases = fc.record({
    ...anyLength,
    part: share,
    phase: share,
    perTransaction: fc.integer({ min: 1, max: 5 }),
    samples: fc.constantFrom(10, 100),
  });
  fc.assert(
    fc.property(cases, ({ part, phase, perTransaction, ...length }) => {
      const period = 2 + Math.floor(part * (measured(length) / 2 - 2));
      const begun = Math.floor(phase * period);
      const kept: Curve = (at) => perTransaction * ((at + begun) % period);
      const emptied = length.transactions - ((length.transactions + begun) % period);
      const alive: Curve = (at) => perTransaction * Math.max(0, at - emptied);
      const made: Curve = (at) => perTransaction * (at + begun);
      const { kind } = findingOn({ ...length, kept, alive, made });
      expect(kind).not.toBe('leak');
      if (4 * period < measured(length) && isMet(length, period)) expect(['bounded', 'flat']).toContain(kind);
    }),
    { numRuns: runs },
  );
});

test('what stays the same is flat', () => {
  fc.assert(
    fc.property(fc.record({ ...anyLength, level: fc.nat(10_000) }), ({ level, ...length }) => {
      const found = findingOn({ ...length, kept: () => level });
      expect(found).toMatchObject({ kind: 'flat', perTransaction: 0 });
    }),
    { numRuns: runs },
  );
});

/** Growth in the first three batches, and in the last three. */
function endsOf(length: Length, kept: Curve): { readonly early: number; readonly late: number } {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const batches = inBatches(length, kept);
  return { early: sum(batches.slice(0, 3)), late: sum(batches.slice(-3)) };
}

const cache = { ...anyLength, shape, slowness: share, keys: share.map((part) => Math.ceil(20_000 ** part)) };

/** A cache of so many keys that fills up along a curve, in so many times the run's length. */
function filling(keys: number, curve: Curve, time: number, { transactions }: Length): Curve {
  return (at) => Math.floor(keys * curve(at / (time * transactions)));
}

test('what loses more than half its speed during the run is never called a leak', () => {
  fc.assert(
    fc.property(fc.record(cache), ({ shape: curve, slowness, keys, ...length }) => {
      const kept = filling(keys, curve, 0.02 + slowness, length);
      const { early, late } = endsOf(length, kept);
      fc.pre(2 * late < early);
      expect(findingOn({ ...length, kept, forever: true }).kind).not.toBe('leak');
    }),
    { numRuns: runs },
  );
});

test('what grows by less in each batch than in the one before is never called a leak, however slowly it fills', () => {
  fc.assert(
    fc.property(fc.record(cache), ({ shape: curve, slowness, keys, ...length }) => {
      const kept = filling(keys, curve, 50 ** slowness, length);
      const batches = inBatches(length, kept);
      fc.pre(batches.every((grown, index) => index === 0 || grown < (batches[index - 1] ?? 0)));
      expect(findingOn({ ...length, kept, forever: true }).kind).not.toBe('leak');
    }),
    { numRuns: runs / 2 },
  );
});

test('nor is a cache whose keys come by chance', () => {
  const cases = fc.record({
    transactions: fc.integer({ min: 300, max: 10_000 }),
    concurrency: anyLength.concurrency,
    fill: share,
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(cases, ({ fill, seed, ...length }) => {
      const keys = Math.ceil(length.transactions * (0.05 + 0.5 * fill));
      const seen = new Set<number>();
      const kept = summed(length.transactions, (at) => {
        const before = seen.size;
        seen.add(Math.floor(keys * chance(seed, at)));
        return seen.size - before;
      });
      const { early, late } = endsOf(length, kept);
      fc.pre(2 * late < early);
      expect(findingOn({ ...length, kept, forever: true }).kind).not.toBe('leak');
    }),
    { numRuns: runs / 4 },
  );
});

test('a cache that has not filled up is never called a leak, and who runs as long as is asked for, twice at most, sees it bounded', () => {
  const cases = fc.record({
    transactions: fc.integer({ min: 2000, max: 50_000 }),
    concurrency: anyLength.concurrency,
    slowness: share,
    keys: fc.integer({ min: 200, max: 5000 }),
  });
  fc.assert(
    fc.property(cases, ({ slowness, keys, ...length }) => {
      const constant = length.transactions * (0.2 + slowness * 0.6);
      const kept: Curve = (at) => Math.floor(keys * (1 - Math.exp(-at / constant)));
      let found = findingOn({ ...length, kept, forever: true });
      for (let again = 0; again < 2 && found.kind === 'not enough data'; again++) {
        found = findingOn({ ...length, transactions: lengthAskedFor(found), kept, forever: true });
      }
      expect(['bounded', 'flat']).toContain(found.kind);
    }),
    { numRuns: runs },
  );
});
