/** The command that repeats a run is read back, by the command line itself, as that same run. */

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labCommand } from './lab-command.ts';
import { readCommand, type RunCommand } from '../node/arguments.ts';
import type { Workload } from '../record.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { bounds } from '../workload.ts';

const run = {
  scenario: scenario.id,
  program: 'mine.ts',
  workload: scenario.workload,
  own: scenario.workload,
  allowances: [],
};

/** What the command line makes of the words after `--`. */
async function read(words: readonly string[]): Promise<RunCommand> {
  const command = await readCommand(words.slice(words.indexOf('--') + 1));
  if (command.type !== 'run') throw new Error('It only lists.');
  return command;
}

/** The words of a command as a shell passes them on. */
function shellWords(command: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('names length and seed always, and the rest where it is not the scenario’s own', () => {
  expect(labCommand(run)).toBe(
    'npm run -s lab -- logger-per-transaction --program mine.ts --transactions 10000 --seed 7',
  );
  const workload = { ...run.workload, seed: 11, collectorSeconds: null, steady: { stragglers: 8, pace: 50 } };
  const expected = '--transactions 10000 --seed 11 --collector off --steady 8 --pace 50';
  expect(labCommand({ ...run, workload })).toContain(expected);
});

test('passes names through a shell unharmed', async () => {
  const program = "it's $HOME `here`/my fix.ts";
  const allowances = [
    { className: '$Entry', most: 1000 },
    { className: '(anonymous, line 7)', most: 2 },
  ];
  const command = await read(shellWords(labCommand({ ...run, program, allowances })));
  expect(command).toMatchObject({ program, allowances, workload: run.workload });
});

const whole = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.integer({ min: least, max: most });
const real = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.double({ min: least, max: most, noNaN: true });
const steady = fc.record({ stragglers: whole(bounds.stragglers), pace: real(bounds.pace) });
const anyWorkload: fc.Arbitrary<Workload> = fc
  .record({
    transactions: whole(bounds.transactions),
    concurrency: whole(bounds.concurrency),
    seed: whole(bounds.seed),
    failureRate: real(bounds.failureRate),
    sharedIdRate: real(bounds.sharedIdRate),
    memoryLimit: whole(bounds.memoryLimit),
    samples: whole(bounds.samples),
    collectorSeconds: fc.option(real(bounds.collectorSeconds), { nil: null }),
    steady: fc.option(steady, { nil: undefined }),
  })
  .map(({ steady, ...workload }) => (steady === undefined ? workload : { ...workload, steady }));

test('repeats any workload exactly', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorkload, async (workload) => {
      const command = await read(labCommand({ ...run, workload }).split(' '));
      expect(command.workload).toEqual(workload);
    }),
  );
});
