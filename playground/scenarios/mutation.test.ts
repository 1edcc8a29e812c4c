/** Checks notice what a slip of the hand breaks: each mutant of each right program, or it is listed with the reason. */

import { describe, expect, it } from 'vitest';
import { createCompiler } from '../compiler/node-compiler.ts';
import { readAssets } from '../node-assets.ts';
import { type Fate, prepareTrial } from './node-mutant-trial.ts';
import { unnoticed as known } from './mutation-unnoticed.ts';
import { mutate } from './mutation.ts';
import { programNames, readProgram } from './node-programs.ts';
import { findScenario, scenarioIds } from './scenarios.ts';

const assets = await readAssets();
const compiler = createCompiler();

describe.each(scenarioIds)('%s', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const names = (await programNames(id)).filter((name) => name.startsWith('fixed'));

  it.each(names)('notices what is broken in %s', async (name) => {
    const source = await readProgram(id, name);
    const trial = prepareTrial(assets, compiler, scenario, source);
    const fates: Record<string, Fate> = {};
    for (const mutant of mutate(source)) fates[mutant.name] = await trial.tryMutant(mutant.source);
    const tried = Object.entries(fates).filter(([, { type }]) => type !== 'does not compile');
    const unnoticed = tried.filter(([, { type }]) => type === 'not noticed').map(([mutant]) => mutant);
    expect(tried.length).toBeGreaterThanOrEqual(5);
    expect(unnoticed.sort()).toEqual(Object.keys(known[`${id}/${name}`] ?? {}).sort());
  });
});
