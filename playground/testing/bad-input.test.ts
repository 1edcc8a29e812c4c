/** Whatever a program does, the reader gets a clear sentence, and the next run is right. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badPrograms } from './bad-programs.ts';
import { createCompiler } from '../node/compiler.ts';
import type { RunEvent } from '../worker/client.ts';
import { createNodeClient } from '../node/client.ts';
import type { CompiledProgram, RunResult, Workload } from '../record.ts';
import type { RunRequest } from '../protocol.ts';
import { readProgram } from '../node/programs.ts';
import { en } from '../words/en/en.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';

const client = createNodeClient();
const compiler = createCompiler();
const workload: Workload = {
  ...scenario.workload,
  transactions: 100,
  concurrency: 1,
  samples: 10,
  memoryLimit: 4 * 2 ** 20,
};
let leaky: CompiledProgram;

function request(compiled: CompiledProgram): RunRequest {
  return { scenario: scenario.id, program: 'mine', compiled, diagnostics: [], workload, checks: false };
}

/** Runs to the last event; gives what the reader would see of it. */
function run(compiled: CompiledProgram): Promise<Pick<RunResult, 'failure'> & { readonly lines: number }> {
  let lines = 0;
  return new Promise((resolve) => {
    client.run(request(compiled), (event: RunEvent) => {
      if (event.type === 'console') lines += event.lines.length;
      if (event.type === 'finished') resolve({ ...event.result, lines });
      if (event.type === 'lost') resolve({ failure: event.failure, lines });
    });
  });
}

beforeAll(async () => {
  const { compiled } = compiler.compile(await readProgram(scenario.id, 'leaky'));
  if (compiled === undefined) throw new Error('leaky does not compile');
  leaky = compiled;
});

afterAll(() => {
  client.dispose();
});

describe('a program that goes wrong is told so, and the next run is right', () => {
  test.each(badPrograms)('$name', async ({ source, kind, message, line, transaction }) => {
    const { compiled, diagnostics } = compiler.compile(source);
    if (compiled === undefined) {
      expect(kind).toBe('compile');
      expect(diagnostics[0] && en.diagnosticWords(diagnostics[0])).toMatch(message ?? /\w+ .*\w+/);
      if (line !== undefined) expect(source.split('\n')[(diagnostics[0]?.line ?? 0) - 1]).toContain(line);
      return;
    }
    const { failure, lines } = await run(compiled);
    const said = failure && en.failureWords(failure);
    expect(failure?.kind ?? 'none', said).toBe(kind);
    if (message !== undefined) expect(said).toMatch(message);
    if (line !== undefined) expect(source.split('\n')[(failure?.line ?? 0) - 1]).toContain(line);
    if (transaction !== undefined) expect(failure?.transaction).toBe(transaction);
    expect(lines).toBeLessThanOrEqual(1000);
    expect((await run(leaky)).failure).toBeUndefined();
  });
});
