/** The command line, as a person and as a script would use it. */

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunResult } from './protocol.ts';
import { programWith } from './run-for-tests.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function lab(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ['--no-warnings', new URL('cli.ts', import.meta.url).pathname, ...args];
    execFile(process.execPath, command, { maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const scenario = 'logger-per-transaction';

async function json(...args: string[]): Promise<RunResult> {
  return JSON.parse((await lab(scenario, '--json', ...args)).out) as RunResult;
}

describe('npm run lab', { timeout: 60_000 }, () => {
  it('lists scenarios with their programs', async () => {
    const { code, out } = await lab('--list', '--json');
    expect(code).toBe(0);
    const listed = JSON.parse(out) as { id: string; programs: string[] }[];
    expect(listed.map(({ id }) => id)).toContain(scenario);
    for (const { programs } of listed) expect(programs).toEqual(expect.arrayContaining(['leaky', 'fixed']));
  });

  it('reports a leak with its rate, its line and its reason', async () => {
    const result = await json(
      '--transactions',
      '2000',
      '--samples',
      '20',
      '--seed',
      '3',
      '--concurrency',
      '8',
    );
    expect(result.verdict.classes['Logger']).toMatchObject({ kind: 'leak', perTransaction: 1, line: 4 });
    expect(result.verdict.bytes.kind).toBe('leak');
    expect(result.verdict.free).toBe(false);
    expect(result.samples).toHaveLength(20);
    expect(result.checkpoints).toHaveLength(8);
    expect(result.workload).toMatchObject({ transactions: 2000, seed: 3, concurrency: 8 });
    expect(result.work).toMatchObject({ objects: 4000, sinkCalls: 12_000 });
    expect(result.failure).toBeUndefined();
  });

  it('gives equal JSON for equal inputs, but for the time it took', async () => {
    const [a, b] = await Promise.all([json('--transactions', '1000'), json('--transactions', '1000')]);
    expect({ ...a, elapsedMs: 0 }).toEqual({ ...b, elapsedMs: 0 });
  });

  it('runs a file of the reader’s, wherever it lies', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'lab-')), 'my program.ts');
    await writeFile(
      file,
      programWith({ top: 'class Kept {} const kept: Kept[] = [];', construct: 'kept.push(new Kept());' }),
    );
    const result = await json('--program', file, '--transactions', '500');
    expect(result.program).toBe('my program.ts');
    expect(result.verdict.classes['Kept']).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });

  it('takes fractions of a megabyte, and exits with 1 when the program fails', async () => {
    const { code, out } = await lab(scenario, '--memory-limit', '0.5', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as RunResult).failure).toMatchObject({ kind: 'out-of-memory' });
  });

  it('reports a program that does not compile', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'lab-')), 'broken.ts');
    await writeFile(file, 'export class {');
    const { code, out } = await lab(scenario, '--program', file, '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out) as RunResult;
    expect(result.failure).toMatchObject({ kind: 'compile', line: 1 });
    expect(result.diagnostics[0]).toMatchObject({ line: 1, severity: 'error' });
  });

  it.each([
    [[], /Name one scenario/],
    [['nothing'], /There is no scenario 'nothing'/],
    [[scenario, '--transactions', 'many'], /Transactions must be a whole number from 1 to 1,000,000/],
    [[scenario, '--transactions', '0'], /Transactions must be/],
    [[scenario, '--failure-rate', '2'], /failure rate must be a number from 0 to 1/],
    [[scenario, '--memory-limit', ''], /memory limit must be/],
    [[scenario, '--program', 'missing.ts'], /neither a program of .* nor a file/],
    [[scenario, '--nonsense'], /nonsense/],
  ])('exits with 2 and the usage for %j', async (args, sentence) => {
    const { code, out, err } = await lab(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
    expect(err).toContain('usage: npm run -s lab');
  });
});
