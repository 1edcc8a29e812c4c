/** Verdicts on real programs: what hides from a class count is still found, and what only warms up is no leak. */

import { describe, expect, test } from 'vitest';
import { createCompiler } from './node/compiler.ts';
import { measure } from './measure.ts';
import { readAssets } from './node/assets.ts';
import type { Verdict, Workload } from './record.ts';
import { reasonOf } from './testing/in-words.ts';
import { programWith } from './testing/run-for-tests.ts';
import { scenario as collectorOff } from './scenarios/finalizer-as-cure/scenario.ts';
import { scenario } from './scenarios/logger-per-transaction/scenario.ts';
import { readProgram } from './node/programs.ts';

const assets = await readAssets();
const compiler = createCompiler();

async function judged(
  parts: Parameters<typeof programWith>[0],
  workload: Partial<Workload> = {},
): Promise<Verdict> {
  const { compiled, diagnostics } = compiler.compile(programWith(parts));
  if (compiled === undefined) throw new Error('does not compile');
  const asked = { ...scenario.workload, ...workload };
  const request = {
    scenario: scenario.id,
    program: 'mine',
    compiled,
    diagnostics,
    workload: asked,
    checks: false,
  };
  const { verdict, failure } = await measure({
    assets,
    request,
    scenario,
    listener: {},
    pause: () => Promise.resolve(),
    onMeasured: () => undefined,
  });
  expect(failure).toBeUndefined();
  return verdict;
}

describe('a cheat is found by its bytes or its class', () => {
  test.each([
    ['plain objects in the registry', 'const kept = new Map<bigint, object>();', 'kept.set(id, { id });'],
    ['a Set of ids', 'const kept = new Set<bigint>();', 'kept.add(id);'],
    [
      'a class made for each transaction',
      'const kept: unknown[] = [];',
      'kept.push(class Made { own = id });',
    ],
    ['a growing string', "let kept = ''; export const read = () => kept;", 'kept += `${id},`;'],
    ['a growing array of closures', 'const kept: (() => bigint)[] = [];', 'kept.push(() => id);'],
  ])('%s', async (_, top, construct) => {
    const { leakFree, bytes } = await judged({ top, construct });
    expect(bytes).toMatchObject({ kind: 'leak' });
    expect(bytes.perTransaction).toBeGreaterThan(1);
    expect(leakFree).toBe(false);
  });

  test('instances of a class made for each transaction', async () => {
    const made = { top: 'const kept: unknown[] = [];', construct: 'class Made {} kept.push(new Made());' };
    expect((await judged(made)).classes['Made']).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });
});

describe('a leak has its rate', () => {
  const keep = (condition: string) => ({
    top: 'class Kept {} const kept: Kept[] = []; let n = 0;',
    construct: `n++; if (${condition}) kept.push(new Kept());`,
  });

  test.each([
    ['1 per 7 transactions', 'n % 7 === 0', 1 / 7],
    ['1 per 300 transactions', 'n % 300 === 0', 1 / 300],
    ['3 per 4 transactions', 'n % 4 !== 0', 3 / 4],
  ])('%s', async (_, condition, rate) => {
    const { kind, perTransaction } = (await judged(keep(condition))).classes['Kept'] ?? {};
    expect(kind).toBe('leak');
    expect(Math.abs((perTransaction ?? 0) / rate - 1)).toBeLessThan(0.01);
  });

  test('one in 1,500 needs a longer run, and the verdict says how long', async () => {
    const { Kept } = (await judged(keep('n % 1500 === 0'))).classes;
    expect(Kept?.kind).toBe('not enough data');
    expect(reasonOf(Kept)).toMatch(/\d\d,\d{3}/);
  });
});

describe('what only fills up is no leak', () => {
  test.each([
    [
      'a cache with a bound',
      'class Part {} const cache = new Map<number, Part>(); let n = 0;',
      'n++; if (!cache.has(n % 2000)) cache.set(n % 2000, new Part());',
    ],
    [
      'a cache that evicts the oldest',
      'class Part {} const cache = new Map<number, Part>(); let n = 0;',
      'cache.set(n++, new Part()); if (cache.size > 2000) cache.delete(cache.keys().next().value ?? 0);',
    ],
    [
      'a buffer that is emptied now and then',
      'class Part {} let parts: Part[] = [];',
      'parts.push(new Part()); if (parts.length >= 300) parts = [];',
    ],
    [
      'what a timer drops after 30 s',
      'class Part {} const parts = new Set<Part>();',
      'const part = new Part(); parts.add(part); setTimeout(() => parts.delete(part), 30_000);',
    ],
  ])('%s', async (_, top, construct) => {
    const { classes, leakFree } = await judged({ top, construct });
    expect(classes['Part']?.kind).toBe('bounded');
    expect(leakFree).toBe(true);
  });
});

describe('a reader who changes the workload', () => {
  test('cannot have a challenge passed by a collector that the scenario does without', async () => {
    const { compiled, diagnostics } = compiler.compile(await readProgram('finalizer-as-cure', 'leaky'));
    if (compiled === undefined) throw new Error('does not compile');
    const workload = { ...collectorOff.workload, transactions: 2_000, collectorSeconds: 1 };
    const result = await measure({
      assets,
      request: { scenario: collectorOff.id, program: 'mine', compiled, diagnostics, workload, checks: true },
      scenario: collectorOff,
      listener: {},
      pause: () => Promise.resolve(),
      onMeasured: () => undefined,
    });
    expect(Object.values(result.verdict.classes).map(({ kind }) => kind)).not.toContain('leak');
    expect(result.checks.find(({ id }) => id === 'no-leak')).toMatchObject({ passed: false });
  });
});
