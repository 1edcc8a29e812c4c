/** In every scenario, what the leaky program's paths say is true: a cut frees it, and it is known again in another run. */

import { describe, expect, test } from 'vitest';
import { readAssets } from '../node/assets.ts';
import { readProgram } from '../node/programs.ts';
import { ProgramRun } from '../host/run.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { classIn, compiledSource, faultyIn, inspectedRun, noPause, written } from '../testing/heap-run.ts';

const transactions = 1_000;
const more = 300;
const assets = await readAssets();

describe.each(scenarioIds)('%s, leaky', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const { settleSeconds } = scenario;
  const workload = { ...scenario.workload, transactions };
  const leaky = await readProgram(id, 'leaky');

  test('a cut frees what is told, and the leak goes on at its rate afterwards', async () => {
    const { inspection, report, verdict } = await inspectedRun(leaky, workload, settleSeconds);
    const leaking = Object.entries(verdict.classes).filter(([, { kind }]) => kind === 'leak');
    expect(leaking).not.toEqual([]);
    for (const [name, { perTransaction }] of leaking) {
      for (const path of faultyIn(classIn(report, name))) {
        const cut = await inspection.cut(path.fingerprint, more, noPause);
        expect({ count: cut?.count, bytes: cut?.bytes }, written(path)).toEqual(path.frees);
        // Three standard deviations of as many events by chance; what happens in each transaction happens each time.
        const chance = Number.isInteger(perTransaction) ? 0 : 3 * Math.sqrt(more * perTransaction);
        expect(Math.abs((cut?.then?.left ?? NaN) - more * perTransaction), written(path)).toBeLessThanOrEqual(
          chance,
        );
      }
    }
    // The machine is as it was before all these cuts.
    expect(inspection.report()).toEqual(report);
  });

  test('a faulty reference is known again with another seed, and after an edit elsewhere', async () => {
    const seeded = { ...workload, seed: workload.seed + 1 };
    const edited = `// An edit elsewhere.\n${leaky.replaceAll(/\btable\b/g, 'relation')}`;
    const runs = await Promise.all([
      inspectedRun(leaky, workload, settleSeconds),
      inspectedRun(leaky, seeded, settleSeconds),
      inspectedRun(edited, workload, settleSeconds),
    ]);
    const [first, ...others] = runs.map(({ report }) =>
      report.classes
        .filter((each) => each.verdict === 'leak')
        .flatMap(faultyIn)
        .map(({ fingerprint, class: of }) => `${of} ${fingerprint}`)
        .toSorted(),
    );
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('a run whose owners are noted is the same run', async () => {
    const options = { assets, compiled: compiledSource(leaky), workload, settleSeconds, listener: {} };
    const plain = (await ProgramRun.create(options)).playOut();
    const noted = (await ProgramRun.create({ ...options, keepsOwners: true })).playOut();
    // These are counted by the transaction that made them, and not by the slice of the run.
    const { survivors } = plain;
    expect({ ...noted, survivors }).toEqual(plain);
  });
});
