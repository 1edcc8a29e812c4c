/**
 * The contract of every scenario: leaky leaks, every fix passes, every wrong fix gets the check that we say it gets, and
 * a slip of the hand in a fix is noticed, or is listed with the reason why not.
 */

import { describe, expect, inject, test } from 'vitest';
import { unnoticed as known } from '../testing/mutation-unnoticed.ts';
import { programNames } from '../node/programs.ts';
import { shares } from '../testing/shares.ts';
import { createTrials } from '../testing/trials.ts';
import { findScenario, scenarioIds } from './scenarios.ts';
import { shows } from './sign.ts';
import { fixWords } from './fix-words.ts';
import { textsOf } from './texts.ts';

const mine = scenarioIds.filter((_, place) => place % shares === inject('share'));

describe.each(mine)('%s', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const texts = await textsOf(id);
  const trials = createTrials(scenario);
  const names = await programNames(id);
  const right = names.filter((name) => name.startsWith('fixed'));

  test('has a leaky program, fixes of two families, and three wrong fixes', () => {
    expect(names).toContain('leaky');
    expect([...right].sort()).toEqual(Object.keys(texts.fixes).sort());
    expect(right.length).toBeGreaterThanOrEqual(2);
    expect(names.filter((name) => name.startsWith('wrong')).sort()).toEqual(
      Object.keys(scenario.wrong).sort(),
    );
    expect(Object.keys(scenario.wrong).length).toBeGreaterThanOrEqual(3);
  });

  test('leaks when leaky', async () => {
    const { verdict, failure } = await trials.tryLeaky();
    expect(failure).toBeUndefined();
    expect(verdict.leakFree).toBe(false);
    expect(Object.values(verdict.classes).map(({ kind }) => kind)).toContain('leak');
  });

  test.each(right)('accepts %s', async (name) => {
    const { leakFree, checks, recognised } = await trials.tryRight(name);
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(leakFree).toBe(true);
    expect(fixWords(texts, recognised)).toMatch(/\.$/);
  });

  test.each(right)('notices what is broken in %s', async (name) => {
    const refusals = Object.entries(await trials.tryMutants(name));
    const unnoticed = refusals.filter(([, { length }]) => length === 0).map(([mutant]) => mutant);
    expect(refusals.length).toBeGreaterThanOrEqual(5);
    expect(unnoticed.sort()).toEqual(Object.keys(known[`${id}/${name}`] ?? {}).sort());
  });

  test.each(Object.entries(scenario.wrong))('refuses %s, and says why', async (name, expected) => {
    const { check, sign } = expected;
    const refusal = (await trials.tryWrong(name, expected)).find(({ id }) => id === check);
    expect(refusal).toMatchObject({ passed: false });
    expect(refusal && shows(refusal.message, sign), JSON.stringify(refusal?.message)).toBe(true);
    expect(texts.wrong[name]?.match(/[.?](?: |$)/g)).toHaveLength(2);
  });
});
