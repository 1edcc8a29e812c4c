/** What a scenario asks for is missed, by name, where a right program leaves it out; whoever does it in another way passes. */

import { describe, expect, test } from 'vitest';
import { createCompiler } from '../node/compiler.ts';
import { tryChecks } from '../judgement/try-checks.ts';
import type { Workload } from '../record.ts';
import { play } from '../testing/play.ts';
import { readProgram } from '../node/programs.ts';
import { dutyWords } from '../words/en/duties.ts';
import { findScenario, scenarioIds } from './scenarios.ts';

const compiler = createCompiler();

/** What the checks refuse in a program after runs with these workloads, beside that they were too short for a verdict. */
async function refusals(id: string, source: string, ...workloads: Partial<Workload>[]) {
  const scenario = await findScenario(id);
  const { compiled, diagnostics } = compiler.compile(source);
  if (scenario === undefined || compiled === undefined) throw new Error(JSON.stringify(diagnostics));
  const runs = [];
  for (const workload of workloads) {
    runs.push(await play(scenario, compiled, { ...scenario.workload, samples: 10, ...workload }));
  }
  return tryChecks(scenario, runs).filter(({ id: check, passed }) => check !== 'no-leak' && !passed);
}

/** A program of the scenario with some of its text replaced. */
async function edited(id: string, name: string, ...edits: (readonly [string, string])[]): Promise<string> {
  let source = await readProgram(id, name);
  for (const [from, to] of edits) {
    if (!source.includes(from)) throw new Error(`${id}/${name} does not contain ${from}`);
    source = source.replaceAll(from, to);
  }
  return source;
}

const short = { transactions: 600, concurrency: 8, failureRate: 0 };
const withoutLock = ["server.mutex('registry').hold(", '((work: () => any, _?: number) => work())('] as const;

test('each scenario has a check for each of its duties, and says in a sentence what must be done', async () => {
  for (const id of scenarioIds) {
    const { duties, checks } = (await findScenario(id))!;
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    expect(checks.map((check) => check.id)).toEqual(expect.arrayContaining(duties.map((duty) => duty.id)));
    for (const { id: duty } of duties)
      expect(dutyWords({ id: duty, gauge: 'sent' })).toMatch(/^[A-Z][^.]+\.$/);
  }
});

describe('the lock of a registry', () => {
  test.each([
    ['four-versions', 'fixed-shared-entry', 'closed-under-lock'],
    ['capstone', 'fixed-counted', 'shared-under-lock'],
  ])('is missed in %s where %s leaves it out', async (id, name, check) => {
    const source = await edited(id, name, withoutLock);
    const refused = await refusals(id, source, { ...short, sharedIdRate: 0.3 });
    expect(refused).toMatchObject([
      { id: check, workload: { sharedIdRate: 0.3 }, transaction: expect.any(Number) },
    ]);
  });

  test('is not asked for where nothing that is shared is ever closed', async () => {
    expect(
      await refusals('four-versions', await edited('four-versions', 'fixed', withoutLock), short),
    ).toEqual([]);
  });

  test('has a name from a bounded set', async () => {
    const perTransaction = ["server.mutex('registry')", 'server.mutex(`registry of ${name}`)'] as const;
    const source = await edited('four-versions', 'fixed-shared-entry', perTransaction);
    expect(await refusals('four-versions', source, short)).toMatchObject([{ id: 'bounded-locks' }]);
  });
});

describe('a pool', () => {
  const burst = { ...short, concurrency: 64 };

  test('is missed where it never lends, whatever its class is called', async () => {
    const source = await edited('logger-pool', 'fixed', ['idle.pop() ??', ''], ['PooledLogger', 'Logger']);
    const refused = await refusals('logger-pool', source, { ...short, transactions: 1_000 });
    expect(refused.map(({ id }) => id)).toContain('reuses');
  });

  test.each([4, 12, 16])('may keep up to %i idle', async (most) => {
    const source = await edited('logger-pool', 'fixed', ['mostIdle = 8', `mostIdle = ${most}`]);
    expect(await refusals('logger-pool', source, short, burst)).toEqual([]);
  });

  test('closes after a burst what it no longer needs', async () => {
    const source = await edited('logger-pool', 'fixed', ['mostIdle = 8', 'mostIdle = 1_000']);
    expect(await refusals('logger-pool', source, short, burst)).toMatchObject([{ id: 'pool-shrinks' }]);
  });
});

describe('a cache and a pool that are innocent', () => {
  const id = 'memory-that-only-goes-up';
  const renamed = [
    ['CachedPart', 'Marks'],
    ['PooledBuffer', 'Room'],
  ] as const;

  test('may be called anything, and may still be warming up', async () => {
    const runs = [short, { ...short, failureRate: 0.3 }];
    expect(await refusals(id, await edited(id, 'fixed', ...renamed), ...runs)).toEqual([]);
  });

  test.each([
    [
      'the cache keeps nothing',
      'cache-serves',
      ['cache.set(key, (cached = new Marks()))', 'cached = new Marks()'],
    ],
    ['no buffer comes back', 'pool-reuses', ['pool.push(this.#buffer);', '']],
    [
      'no buffer of a failed transaction comes back',
      'pool-reuses',
      ['pool.push(this.#buffer);', 'if (this.#requested.length > 0) pool.push(this.#buffer);'],
    ],
    ['one buffer is lent to all', 'pool-reuses', ['pool.pop() ?? new Room()', '(pool[0] ??= new Room())']],
  ] as const)('are missed where %s', async (_, check, edit) => {
    const source = await edited(id, 'fixed', ...renamed, edit);
    const runs = [
      { ...short, transactions: 1_500 },
      { ...short, transactions: 1_500, failureRate: 0.3 },
    ];
    const refused = await refusals(id, source, ...runs);
    expect(refused.map((each) => each.id)).toEqual([check]);
  });
});
