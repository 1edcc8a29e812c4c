/** A machine is told from another by its hash. */

import { expect, test } from 'vitest';

import { scenarioIds } from '../scenarios/scenarios.ts';
import { machineHash, machineSources, scenarioHash } from './machine-hash.ts';

test('all that judges a program is part of the machine, and no program, test or text is', async () => {
  const sources = await machineSources();
  expect(sources).toEqual(
    expect.arrayContaining([
      'analysis/verdict.ts',
      'compiler/compile.ts',
      'guest/driver.ts',
      'guest/contract/server.d.ts',
      'host/machine.ts',
      'judgement/trials.ts',
      'measure.ts',
      'scenarios/duties.ts',
      'scenarios/logger-pool/checks.ts',
      'scenarios/logger-pool/scenario.ts',
    ]),
  );
  expect(
    sources.filter((file) => /leaky|fixed|wrong-|\.test\.|^(?:node|testing|words|worker)\//.test(file)),
  ).toEqual([]);
});

test('the hash of a machine is the same each time', async () => {
  const hash = await machineHash();
  expect(hash).toMatch(/^[0-9a-f]{10}$/);
  expect(await machineHash()).toBe(hash);
});

test('each scenario has a hash of its own, the same each time', async () => {
  const hashes = await Promise.all(scenarioIds.map(scenarioHash));
  expect(new Set(hashes).size).toBe(scenarioIds.length);
  expect(await Promise.all(scenarioIds.map(scenarioHash))).toEqual(hashes);
});
