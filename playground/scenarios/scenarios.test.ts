/** The contract of every scenario: leaky leaks, every fix passes, every wrong fix gets the check that we say it gets. */

import { describe, expect, it } from 'vitest';
import { createCompiler } from '../compiler/node-compiler.ts';
import { measure } from '../measure.ts';
import { readAssets } from '../node-assets.ts';
import type { RunResult } from '../protocol.ts';
import { programNames, readProgram } from './node-programs.ts';
import { findScenario, scenarioIds } from './scenarios.ts';
import type { Scenario } from './scenario.ts';

const assets = await readAssets();
const compiler = createCompiler();

async function run(scenario: Scenario, program: string): Promise<RunResult> {
  const { compiled, diagnostics } = compiler.compile(await readProgram(scenario.id, program));
  expect(diagnostics).toEqual([]);
  if (compiled === undefined) throw new Error(`${program} does not compile`);
  const { workload } = scenario;
  const request = { scenario: scenario.id, program, compiled, diagnostics, workload, checks: true };
  return measure({
    assets,
    request,
    scenario,
    listener: {},
    pause: () => Promise.resolve(),
    onMeasured: () => undefined,
  });
}

describe.each(scenarioIds)('%s', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const names = await programNames(id);

  it('has a leaky program, fixes of two families, and three wrong fixes', () => {
    expect(names).toContain('leaky');
    expect(names.filter((name) => name.startsWith('fixed')).sort()).toEqual(
      Object.keys(scenario.fixes).sort(),
    );
    expect(Object.keys(scenario.fixes).length).toBeGreaterThanOrEqual(2);
    expect(names.filter((name) => name.startsWith('wrong')).sort()).toEqual(
      Object.keys(scenario.wrong).sort(),
    );
    expect(Object.keys(scenario.wrong).length).toBeGreaterThanOrEqual(3);
  });

  it('leaks when leaky', async () => {
    const { verdict, failure } = await run(scenario, 'leaky');
    expect(failure).toBeUndefined();
    expect(verdict.free).toBe(false);
    expect(Object.values(verdict.classes).map(({ kind }) => kind)).toContain('leak');
  });

  it.each(names.filter((name) => name.startsWith('fixed')))('accepts %s', async (name) => {
    const { verdict, checks } = await run(scenario, name);
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(verdict.free).toBe(true);
    expect(checks.find(({ id: check }) => check === 'no-leak')?.message).toContain('Recognised');
  });

  it.each(Object.entries(scenario.wrong))(
    'refuses %s, and says why',
    async (name, { check, message, why }) => {
      const { checks } = await run(scenario, name);
      const found = checks.find(({ id: each }) => each === check);
      expect(found).toMatchObject({ passed: false, message: expect.stringContaining(message) });
      expect(why.match(/[.?](?: |$)/g)).toHaveLength(2);
    },
  );
});
