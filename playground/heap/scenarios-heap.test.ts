/** What holds the instances of every scenario's programs: all of it is read, and only what leaks is called faulty. */

import { describe, expect, test } from 'vitest';
import { programNames, readProgram } from '../node/programs.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { faultyIn, inspectedRun, pathsIn } from '../testing/heap-run.ts';

const transactions = 1_000;

describe.each(scenarioIds)('%s', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const { settleSeconds } = scenario;
  const workload = { ...scenario.workload, transactions };

  test.each(await programNames(id))('%s: every instance has its path', async (name) => {
    const { report, verdict, record } = await inspectedRun(
      await readProgram(id, name),
      workload,
      settleSeconds,
    );
    expect(report.unknown).toBe(0);
    expect(report.isDead).toBe(record.failure !== undefined);
    for (const { name: of, count, paths } of report.classes) {
      const first = paths.filter(({ holder }) => holder === 1);
      expect(
        first.reduce((sum, path) => sum + path.count, 0),
        of,
      ).toBe(count);
    }
    const fingerprints = pathsIn(report).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    if (verdict.leakFree) expect(report.classes.flatMap(faultyIn)).toEqual([]);
  });
});
