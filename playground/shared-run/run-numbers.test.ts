/** The same run gives the same numbers on every machine; of two that differ, it is told in what. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createNodeClient } from '../node/client.ts';
import { createCompiler } from '../node/compiler.ts';
import { readProgram } from '../node/programs.ts';
import type { RunResult } from '../record.ts';
import { shortWorkload } from '../testing/run-for-tests.ts';
import { differences, type RunNumbers, runNumbers } from './run-numbers.ts';

const scenario = 'logger-per-transaction';
const client = createNodeClient();
let results: readonly RunResult[] = [];

async function run(program: string, workload = shortWorkload): Promise<RunResult> {
  const { compiled, diagnostics } = createCompiler().compile(await readProgram(scenario, program));
  if (compiled === undefined) throw new Error(`${program}.ts does not compile.`);
  const request = { scenario, program, compiled, diagnostics, workload, checks: true };
  return new Promise((resolve) => {
    client.run(request, (event) => event.type === 'finished' && resolve(event.result));
  });
}

beforeAll(async () => {
  results = [await run('leaky'), await run('leaky'), await run('fixed')];
});
afterAll(() => client.dispose());

const numbers = (): readonly [RunNumbers, RunNumbers, RunNumbers] => {
  const [one, again, fixed] = results.map(runNumbers);
  if (one === undefined || again === undefined || fixed === undefined) throw new Error('No runs.');
  return [one, again, fixed];
};

test('two runs of one program do not differ, whatever they are called and however long they took', () => {
  const [one] = results;
  const called = one && runNumbers({ ...one, program: 'mine', elapsedMs: 1e6 });
  const [theirs, again] = numbers();
  expect(differences(theirs, again)).toEqual([]);
  expect(called && differences(theirs, called)).toEqual([]);
  expect(theirs).toMatchObject({ transactions: shortWorkload.transactions, memory: { kind: 'leak' } });
});

describe('where two differ', () => {
  test('each number is told, of the class or the check that it is about', () => {
    const [leaky, , fixed] = numbers();
    const told = differences(leaky, fixed);
    expect(told).toContainEqual({ what: 'class verdict', of: 'Logger', sender: 'leak', yours: 'flat' });
    expect(told).toContainEqual({ what: 'memory verdict', sender: 'leak', yours: fixed.memory.kind });
    expect(told).toContainEqual({ what: 'check', of: 'no-leak', sender: false, yours: true });
    expect(told.every(({ sender, yours }) => sender !== yours)).toBe(true);
  });

  test('one number more or less is enough', () => {
    const [leaky] = numbers();
    expect(differences(leaky, { ...leaky, bytes: leaky.bytes + 1, mark: 'x' })).toEqual([
      { what: 'bytes', sender: leaky.bytes, yours: leaky.bytes + 1 },
    ]);
  });

  test('a class that only one of them has is told as well', () => {
    const [leaky] = numbers();
    const told = differences(leaky, { ...leaky, classes: leaky.classes.slice(1) });
    expect(told[0]).toMatchObject({ what: 'live', of: leaky.classes[0]?.name, yours: undefined });
  });

  test('what no number shows is told too', () => {
    const [leaky] = numbers();
    expect(differences(leaky, { ...leaky, mark: 'x' })).toEqual([{ what: 'rest' }]);
  });
});
