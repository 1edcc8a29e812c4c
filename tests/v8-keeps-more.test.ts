/** The script that shows what V8 keeps beyond this machine: both engines keep what the page says. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { programWith, runSource } from '#playground/testing/run-for-tests.ts';
import { keptByStep } from '#src/recorded/v8-keeps-more.ts';

interface Row {
  readonly name: string;
  readonly v8: number;
  readonly here: number;
}

const script = 'public/v8-keeps-more.mjs';

/** Runs the script as the page tells its readers to. */
async function runScript(): Promise<readonly Row[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, '--json']);
  return JSON.parse(stdout) as readonly Row[];
}

/** Bytes that this machine keeps of each step. */
async function keptHere(name: string): Promise<number> {
  const text = (await readFile(script, 'utf8')).replace(/^import .*/m, '').replace(/\nconst warmUp[^]*/, '');
  const top = `${text.replace('export const kinds', 'const kinds: any[]')}
    const step = kinds.find((kind) => kind.name === ${JSON.stringify(name)}).make();
    let n = 0;`;
  const source = programWith({ top, dispose: 'step(n++);' });
  const { checkpoints } = await runSource(source, { transactions: 2_000, memoryLimit: 2 ** 26 });
  const [first, last] = [checkpoints[0]!, checkpoints.at(-1)!];
  return (last.bytes - first.bytes) / (last.transactions - first.transactions);
}

test('a reader who runs the script sees V8 keep far more than this machine, by about the page’s figures', async () => {
  const measured = await runScript();
  expect(keptByStep.map(({ name }) => name)).toEqual(measured.map(({ name }) => name));
  for (const [index, { name, v8, here }] of measured.entries()) {
    expect(v8, name).toBeGreaterThan(2 * here + 30);
    expect(v8 / keptByStep[index]!.v8, name).toBeGreaterThan(0.4);
    expect(v8 / keptByStep[index]!.v8, name).toBeLessThan(2.5);
  }
});

test('this machine keeps what the script and the page say that it does', async () => {
  for (const { name, here } of await runScript()) {
    expect(Math.abs((await keptHere(name)) - here), name).toBeLessThan(12);
    expect(keptByStep.find((row) => row.name === name)?.here, name).toBe(here);
  }
});
