/** What a record claims is checked by running it, and a claim that is false is found out. */

import { afterAll, describe, expect, test } from 'vitest';

import { createNodeClient } from '../node/client.ts';
import { createCompiler } from '../node/compiler.ts';
import { playToResult } from '../node/lab-run.ts';
import { versionOfToday } from '../node/lab-verify.ts';
import { readProgram } from '../node/programs.ts';
import { inOwnWords, passOf, recordOf } from '../testing/records.ts';
import type { RunRequest } from '../protocol.ts';
import type { RecordedPass } from './learner-record.ts';
import { programShape } from './program-shape.ts';
import { holds, type VerifiedChallenge, verifyRecords, type VerifyingMachine } from './verification.ts';

const scenario = 'logger-per-transaction';
const [fixed, leaky] = await Promise.all([readProgram(scenario, 'fixed'), readProgram(scenario, 'leaky')]);
const version = await versionOfToday();
const compiler = createCompiler();
const clients = [createNodeClient(), createNodeClient()];
afterAll(() => {
  for (const client of clients) client.dispose();
});
let played = 0;
const machine: VerifyingMachine = {
  compile: (program) => Promise.resolve(compiler.compile(program)),
  shape: (code) => Promise.resolve(programShape(code)),
  lanes: clients.map((client) => (request) => {
    played++;
    return playToResult({
      client,
      request,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  }),
};

async function statusOf(...passes: readonly RecordedPass[]): Promise<VerifiedChallenge | undefined> {
  const [challenges = []] = (await verifyRecords([recordOf(passes)], { version, machine })) ?? [];
  return challenges.find((challenge) => challenge.scenario === scenario);
}

describe('a challenge of a record', () => {
  test('is verified where its program passes', async () => {
    const told = await statusOf(await passOf(scenario, inOwnWords(fixed)));
    expect(told).toMatchObject({ status: 'verified', passesNow: true });
    expect(told?.result?.checks.length).toBeGreaterThan(0);
  });

  test('does not pass where its program was exchanged for one that leaks', async () => {
    const told = await statusOf(await passOf(scenario, leaky));
    expect(told).toMatchObject({ status: 'does not pass', passesNow: false });
    expect(told && holds(told)).toBe(false);
  });

  test('is the course’s own solution in whatever names', async () => {
    const copied = fixed.replaceAll('loggers', 'mine').replaceAll('Logger', 'Log');
    expect(await statusOf(await passOf(scenario, copied))).toMatchObject({ status: 'course solution' });
  });

  test('of an older machine is run under the present one, and does not hold where it fails there', async () => {
    const older = { machineHash: 'older' };
    const passing = await statusOf(await passOf(scenario, inOwnWords(fixed), older));
    expect(passing).toMatchObject({ status: 'older version', passesNow: true });
    const failing = await statusOf(await passOf(scenario, leaky, older));
    expect(failing).toMatchObject({ status: 'older version', passesNow: false });
    expect(failing && holds(failing)).toBe(false);
  });

  test('counts by the best of its passes', async () => {
    const passes = [
      await passOf(scenario, leaky),
      await passOf(scenario, inOwnWords(fixed)),
      await passOf(scenario, fixed),
    ];
    expect(await statusOf(...passes)).toMatchObject({ status: 'verified' });
  });

  test('without a program, and one without a pass, are told apart', async () => {
    expect(await statusOf({ scenario, at: 1, fix: '' })).toMatchObject({ status: 'no program' });
    expect(await statusOf()).toEqual({ scenario, status: 'not tried' });
  });

  test.each([
    ['does not compile', 'class {', {}],
    ['is no program of a scenario', 'export const x = 1;', {}],
    ['came in a workload out of bounds', inOwnWords(fixed), { transactions: 1e12 }],
    ['leaks, and came in a workload too short to show it', leaky, { transactions: 3 }],
  ])('does not pass where its program %s', async (_, program, over) => {
    const pass = await passOf(scenario, program);
    const run = pass.run && { ...pass.run, workload: { ...pass.run.workload, ...over } };
    expect(await statusOf({ ...pass, ...(run && { run }) })).toMatchObject({ status: 'does not pass' });
  });

  test('of a scenario that there is not is passed over', async () => {
    const pass = { ...(await passOf(scenario, fixed)), scenario: 'no-such-scenario' };
    const [challenges = []] = (await verifyRecords([recordOf([pass])], { version, machine })) ?? [];
    expect(challenges.map(({ status }) => status)).toEqual(challenges.map(() => 'not tried'));
  });
});

test('equal programs of a team are judged once', async () => {
  const team = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => recordOf([await passOf(scenario, inOwnWords(fixed))], name)),
  );
  played = 0;
  const told: number[][] = [];
  const verified = await verifyRecords(team, { version, machine, onProgress: (...at) => told.push(at) });
  expect(verified).toHaveLength(3);
  expect(played).toBe(1);
  expect(told).toEqual([[1, 1]]);
});

test('verifying that is called off says nothing', async () => {
  const calledOff = { ...machine, lanes: [() => Promise.resolve(undefined)] };
  const record = recordOf([await passOf(scenario, fixed)]);
  expect(await verifyRecords([record], { version, machine: calledOff })).toBeUndefined();
});

test('after a stop, what was judged is not judged again', async () => {
  const record = recordOf([await passOf(scenario, inOwnWords(fixed)), await passOf(scenario, leaky)]);
  const judged = new Map();
  let calls = 0;
  const [lane] = machine.lanes;
  const once = {
    ...machine,
    lanes: [(request: RunRequest) => (calls++ === 0 ? lane!(request) : Promise.resolve(undefined))],
  };
  expect(await verifyRecords([record], { version, machine: once, judged })).toBeUndefined();
  expect(judged.size).toBe(1);
  played = 0;
  const told: number[][] = [];
  const onProgress = (...at: readonly number[]): unknown => told.push([...at]);
  expect(await verifyRecords([record], { version, machine, judged, onProgress })).toHaveLength(1);
  expect([played, told]).toEqual([1, [[2, 2]]]);
});
