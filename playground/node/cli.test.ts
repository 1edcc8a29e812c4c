/** The command line, as a person and as a script would use it. */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunResult } from '../record.ts';
import type { PrintedVerdict, WordedResult } from './lab-json.ts';
import { inOwnWords, passOf, recordOf } from '../testing/records.ts';
import { programWith } from '../testing/run-for-tests.ts';
import { scenarioIds } from '../scenarios/scenarios.ts';
import { readProgram } from './programs.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function lab(...args: string[]): Promise<Ended> {
  return labWith({}, ...args);
}

/** As if it had been typed with more in the environment. */
function labWith(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
  const options = { maxBuffer: 2 ** 26, env: { ...process.env, ...environment } };
  return new Promise((resolve) => {
    const command = [new URL('cli.ts', import.meta.url).pathname, ...args];
    execFile(process.execPath, command, options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** Writes a program into a folder of its own and gives its path. */
async function fileOf(name: string, source: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'lab-')), name);
  await writeFile(file, source);
  return file;
}

const scenario = 'logger-per-transaction';
const keeping = programWith({
  top: 'class Kept {} const kept: Kept[] = [];',
  construct: 'kept.push(new Kept()); if (kept.length === 1) console.warn("first");',
});

type PrintedResult = Omit<RunResult, 'verdict'> & { readonly verdict: PrintedVerdict };

async function json(...args: string[]): Promise<PrintedResult> {
  return JSON.parse((await lab(scenario, '--json', ...args)).out) as PrintedResult;
}

describe('npm run lab', () => {
  test('lists scenarios with their programs', async () => {
    const { code, out } = await lab('--list', '--json');
    expect(code).toBe(0);
    const listed = JSON.parse(out) as { id: string; programs: string[] }[];
    expect(listed.map(({ id }) => id)).toContain(scenario);
    for (const { programs } of listed) expect(programs).toEqual(expect.arrayContaining(['leaky', 'fixed']));
  });

  test('reports a leak with its rate, its line and its reason', async () => {
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

  test('gives equal JSON for equal inputs, but for the time it took', async () => {
    const [a, b] = await Promise.all([json('--transactions', '1000'), json('--transactions', '1000')]);
    expect({ ...a, elapsedMs: 0 }).toEqual({ ...b, elapsedMs: 0 });
  });

  test('runs a file of the reader’s, wherever it lies', async () => {
    const file = await fileOf('my program.ts', keeping);
    const result = await json('--program', file, '--transactions', '500');
    expect(result.program).toBe('my program.ts');
    expect(result.verdict.classes['Kept']).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });

  test('takes fractions of a megabyte, and exits with 1 when the program fails', async () => {
    const { code, out } = await lab(scenario, '--memory-limit', '0.5', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as RunResult).failure).toMatchObject({ kind: 'out-of-memory' });
  });

  test('reports a program that does not compile', async () => {
    const file = await fileOf('broken.ts', 'export class {');
    const { code, out } = await lab(scenario, '--program', file, '--json');
    expect(code).toBe(1);
    const result = JSON.parse(out) as RunResult;
    expect(result.failure).toMatchObject({ kind: 'compile', line: 1 });
    expect(result.diagnostics[0]).toMatchObject({ line: 1, severity: 'error' });
  });

  test('finds a file from the folder in which npm was called', async () => {
    const file = await fileOf('mine.ts', keeping);
    const environment = { npm_lifecycle_event: 'lab', INIT_CWD: dirname(file) };
    const asked = ['--program', 'mine.ts', '--transactions', '500', '--no-checks', '--json'];
    const { code, out } = await labWith(environment, scenario, ...asked);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ program: 'mine.ts', checks: [] });
  });

  test('prints a report to read, and nothing beside it', async () => {
    const file = await fileOf('mine.ts', keeping);
    const { code, out, err } = await lab(scenario, '--program', file, '--transactions', '500');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^Kept \(line 2\): leak, 1\.00 per transaction\. /m);
    expect(out).toMatch(/^free of leaks: no$/m);
    expect(out).toMatch(/^FAILED no-leak: /m);
    expect(out).toMatch(/^ {2}warn {2}\| first$/m);
  });

  test('can skip the checks', async () => {
    const result = await json('--transactions', '500', '--no-checks');
    expect(result.checks).toEqual([]);
    expect(result.verdict.classes['Logger']).toMatchObject({ kind: 'leak' });
  });

  test('can fail on a leak or a failed check, for a script to go by', async () => {
    const short = ['--transactions', '2000', '--fail-on', 'leak'];
    const [leaky, fixed, wrong] = await Promise.all([
      lab(scenario, '--no-checks', ...short),
      lab(scenario, '--program', 'fixed', ...short),
      lab(scenario, '--program', 'wrong-silent', ...short),
    ]);
    expect(leaky.code).toBe(1);
    expect(fixed.code).toBe(0);
    expect(wrong.out).toMatch(/^free of leaks: yes$/m);
    expect(wrong.code).toBe(1);
  });

  test('ends within its time, as a failure that says so', async () => {
    const { code, out } = await lab(scenario, '--timeout', '0.1', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as WordedResult).failure?.message).toMatch(
      /did not finish within|did not end in time/,
    );
  });

  test('warns of an allowance for a class that is not there', async () => {
    const asked = ['--transactions', '200', '--no-checks', '--allow', '1,000 Loger'];
    const { code, err } = await lab(scenario, ...asked);
    expect(code).toBe(0);
    expect(err).toBe(
      'The program has no class Loger, so nothing is allowed. It has: Logger, CnchServerResource.\n',
    );
  });

  describe('asked for its heap', () => {
    const asked = ['--transactions', '500', '--no-checks'];

    test('tells what holds what leaks, where, and who stores and removes', async () => {
      const { code, out } = await lab(scenario, ...asked, '--paths');
      expect(code).toBe(0);
      expect(out).toMatch(/^LEAK {2}1\.00 Logger per transaction · 500 alive · /m);
      expect(out).toMatch(/^├─ loggers \(Map\) +expected: a module’s binding lives as long as the server/m);
      expect(out).toMatch(/^│ {4}\["SessionResource\(\*\)"\] +set line \d+ × 500 · delete × 0$/m);
      expect(out).toMatch(/^│ {4}~+ faulty reference$/m);
      expect(out).toMatch(/^CUT {2}loggers\["SessionResource\(\*\)"\] would free 500 Loggers, /m);
    });

    test('gives paths and a cut as JSON, and the heap as a file', async () => {
      const file = await fileOf('leaky.heapsnapshot', '');
      const cut = ['--cut', 'loggers["SessionResource(*)"]', '--heapsnapshot', file];
      const { code, out } = await lab(scenario, ...asked, '--paths', ...cut, '--json');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        paths: [
          {
            class: 'Logger',
            path: 'loggers["SessionResource(*)"]',
            steps: [
              {
                name: 'loggers',
                of: 'Map',
                count: 1,
                status: 'expected',
                line: expect.any(Number) as number,
              },
              { name: '["SessionResource(*)"]', of: 'Logger', count: 500, status: 'stuck' },
            ],
            faulty: 1,
            fingerprint: expect.stringMatching(/^[0-9a-f]{6}$/) as string,
            count: 500,
            bytes: expect.any(Number) as number,
            stored: [{ method: 'set', count: 500, line: expect.any(Number) as number }],
            removed: [],
          },
        ],
        cut: { count: 500, then: { transactions: 1_000, left: 1_000 } },
      });
      expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('snapshot.node_count');
    });

    test('a cut that is not there is refused, with those that are', async () => {
      const { code, out, err } = await lab(scenario, ...asked, '--cut', 'loggerz');
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^--cut: no faulty reference 'loggerz'; there are: [0-9a-f]{6} \(loggers\[/);
    });
  });

  test.each([
    [[], /Name one scenario/],
    [[scenario, '--program', 'missing.ts'], /neither a program of .* nor a file/],
  ])('exits with 2 and the usage for %j', async (args, sentence) => {
    const { code, out, err } = await lab(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
    expect(err).toContain('usage: npm run -s lab');
  });
});

describe('npm run lab -- --verify', () => {
  const recordFile = async (name: string, ...programs: readonly string[]) => {
    const passes = await Promise.all(programs.map((program) => passOf(scenario, program)));
    return fileOf(name, JSON.stringify(recordOf(passes)));
  };
  type Verified = readonly {
    readonly file: string;
    readonly person: string;
    readonly challenges: readonly {
      readonly scenario: string;
      readonly status: string;
      readonly reason?: string;
    }[];
  }[];

  test('says what became of each challenge, and succeeds where all holds', async () => {
    const file = await recordFile('anna.json', inOwnWords(await readProgram(scenario, 'fixed')));
    const { code, out } = await lab('--verify', file, '--json');
    const [anna] = JSON.parse(out) as Verified;
    expect(anna).toMatchObject({ file, person: 'anna' });
    const told = anna?.challenges.map(({ status }) => status) ?? [];
    expect(told.filter((status) => status !== 'not tried')).toEqual(['verified']);
    expect(told).toHaveLength(scenarioIds.length);
    expect(code).toBe(0);
  });

  test('fails where a program was exchanged, and says what it does', async () => {
    const file = await recordFile('ben.json', await readProgram(scenario, 'leaky'));
    const { code, out } = await lab('--verify', dirname(file));
    expect(out).toMatch(/^ben \(.*ben\.json\)$/m);
    expect(out).toMatch(/logger-per-transaction +does not pass\n.*1\.00 Logger per transaction/);
    expect(code).toBe(1);
  });

  test('fails for what is no record, and names it', async () => {
    const [page, missing] = [await fileOf('page.json', '<p>'), join(tmpdir(), 'no-such-file.json')];
    const { code, out, err } = await lab('--verify', page, missing, '--json');
    expect(err).toContain(`${page} is not a record of this course`);
    expect(err).toContain(`${missing} cannot be read as a record`);
    expect((JSON.parse(out) as Verified).map(({ challenges }) => challenges)).toEqual([[], []]);
    expect(code).toBe(1);
  });

  test('asks for records where none is named', async () => {
    expect(await lab('--verify')).toMatchObject({ code: 2 });
  });
});
