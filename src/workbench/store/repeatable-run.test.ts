/** A run that a reader has made can be made again by somebody else, from what is kept of it. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as v from 'valibot';

import { createCompiler } from '#playground/node/compiler.ts';
import { createNodeClient } from '#playground/node/client.ts';
import type { RunResult } from '#playground/record.ts';
import { programWith, shortWorkload } from '#playground/testing/run-for-tests.ts';
import { repeatableRunSchema } from '#playground/learner-record/repeatable-run.ts';
import { repeatableRun } from './repeatable-run.ts';
import { createRuns, type StartedRun } from './runs.ts';

const scenario = 'logger-per-transaction';
const client = createNodeClient();
const compiler = createCompiler();
beforeAll(() => void vi.stubGlobal('document', { hidden: true }));
afterAll(() => client.dispose());

/** A program that keeps an object of each transaction. */
const source = programWith({
  top: 'class Kept {} const kept: Kept[] = [];',
  construct: 'kept.push(new Kept());',
});

type Asked = Pick<StartedRun, 'source' | 'workload' | 'allowances'>;

async function ran({
  source,
  workload,
  allowances,
}: Asked): Promise<StartedRun & { readonly result: RunResult }> {
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error('It does not compile.');
  const runs = createRuns();
  const program = 'mine';
  const request = { scenario, program, compiled, diagnostics, workload, allowances, checks: false } as const;
  runs.start(client, request, { source, given: false });
  return vi.waitFor(
    () => {
      const run = runs.current.value;
      if (run?.result === undefined) throw new Error('It has not finished.');
      return { ...run, result: run.result };
    },
    { timeout: 60_000 },
  );
}

test('the same comes out when it is run again from what storage has kept', async () => {
  const allowances = [{ className: 'Kept', most: 1000 }];
  const first = await ran({
    source,
    workload: { ...shortWorkload, steady: { stragglers: 2, pace: 3 } },
    allowances,
  });
  const kept = JSON.stringify(repeatableRun(first, { scenarioHash: '0123456789', machineHash: 'machine' }));
  const { program, workload, allowances: stated = [] } = v.parse(repeatableRunSchema, JSON.parse(kept));
  const again = await ran({ source: program, workload, allowances: stated });
  expect({ ...again.result, elapsedMs: 0 }).toEqual({ ...first.result, elapsedMs: 0 });
  expect((await ran({ source, workload, allowances: [] })).result.verdict).not.toEqual(first.result.verdict);
});

test('nothing is stated where nothing was', () => {
  const hashes = { scenarioHash: '0a1b2c3d4e', machineHash: '9876543210' };
  expect(repeatableRun({ source, workload: shortWorkload, allowances: [] }, hashes)).toEqual({
    program: source,
    workload: shortWorkload,
    ...hashes,
  });
});
