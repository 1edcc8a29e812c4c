/** Programs known object by object: none is judged wrongly, and what asks for a longer run is decided by that one. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance, share } from '../testing/any-run.ts';
import { foundIn, type Program, programs } from '../testing/simulated-run.ts';

/** The same models each time, so that the tests are as sure tomorrow; change it to try others. */
fc.configureGlobal({ seed: 20_261 });

const runs = 200;

const length = {
  transactions: fc.integer({ min: 800, max: 12_000 }),
  concurrency: fc.integer({ min: 1, max: 32 }),
};

/** From 1 to `most`, each order of magnitude as likely as another. */
function upTo(most: number, part: number): number {
  return Math.max(1, Math.floor(most ** part));
}

/** Of the lengths that are asked for, the share that must decide; the others ask for more once again. */
const deciding = 0.95;

/** Holds every program to its kind at a length of any size, and at the length that it asks for. */
function holds(kind: 'leak' | 'bounded', programs: (T: number, a: number, b: number) => Program): void {
  let [asked, decided] = [0, 0];
  fc.assert(
    fc.property(fc.record({ ...length, a: share, b: share }), ({ a, b, ...run }) => {
      const program = programs(run.transactions, a, b);
      const kinds = kind === 'leak' ? ['leak'] : ['bounded', 'flat'];
      const { objects, bytes } = foundIn({ ...run, program });
      for (const found of [objects, bytes]) expect([...kinds, 'not enough data']).toContain(found.kind);
      if (objects.kind !== 'not enough data') return;
      const { decides = 0 } = objects;
      expect(decides).toBeGreaterThan(run.transactions);
      fc.pre(decides <= 150_000);
      const again = foundIn({ ...run, transactions: decides, program }).objects.kind;
      expect([...kinds, 'not enough data']).toContain(again);
      asked++;
      if (again !== 'not enough data') decided++;
    }),
    { numRuns: runs },
  );
  expect(decided).toBeGreaterThanOrEqual(deciding * asked);
}

test('a leak that begins at any time is one, seen in the run or in the longer one that it asks for', () => {
  holds('leak', (T, a, b) => programs.leak(upTo(20, a), 1, Math.floor(0.9 * T * b)));
});

test('a saw-tooth whose floor rises leaks', () => {
  holds('leak', (T, a, b) => {
    const period = 20 + Math.floor(a * T * 0.4);
    return programs.saw(period, 1 + Math.floor(b * 0.5 * period));
  });
});

test('a leak behind a pool of the same class that is used up is found', () => {
  holds('leak', (T, a, b) =>
    programs.both(programs.warm(upTo(0.8 * T, a)), programs.leak(1 + Math.floor(8 * b))),
  );
});

test('a leak beside a cache, or a saw-tooth, of the same class is found', () => {
  holds('leak', (T, a, b) => programs.both(programs.lru(upTo(0.2 * T, a)), programs.leak(upTo(T / 30, b))));
  holds('leak', (T, a, b) =>
    programs.both(programs.saw(20 + upTo(0.2 * T, a)), programs.leak(upTo(T / 30, b))),
  );
});

test('slabs that get larger and larger leak', () => {
  holds('leak', (T, a, b) => programs.slabs(10 + upTo(0.2 * T, a), 1.6 + 2 * b));
});

test('the last of anything, kept at any size that the run has filled, is bounded', () => {
  holds('bounded', (T, a) => programs.lru(upTo(0.9 * T, a)));
  holds('bounded', (T, a, b) => programs.random(upTo(0.8 * T, a), (at) => chance(1e6 * b, at)));
});

test('a saw-tooth that is emptied at all is bounded', () => {
  holds('bounded', (T, a) => programs.saw(10 + Math.floor(0.8 * T * a)));
});

test('a pool that is only used up is bounded', () => {
  holds('bounded', (T, a) => programs.warm(upTo(2 * T, a)));
});

test('what stopped growing is bounded, at once or after the run that it asks for', () => {
  holds('bounded', (T, a) => programs.until(Math.floor(0.9 * T * a)));
});

test('growth by a root is neither a leak of a rate nor bounded', () => {
  const cases = fc.record({ ...length, times: fc.integer({ min: 3, max: 20 }) });
  fc.assert(
    fc.property(cases, ({ times, ...run }) => {
      const { objects } = foundIn({ ...run, program: programs.root(times) });
      expect(objects.kind).toBe('not enough data');
    }),
    { numRuns: runs },
  );
});
