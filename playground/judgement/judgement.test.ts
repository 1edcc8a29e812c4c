/** What one run cannot tell: programs that only a busy server, a longer run or a slower clock shows as what they are. */

import { describe, expect, test } from 'vitest';
import { createCompiler } from '../node/compiler.ts';
import { measure } from '../measure.ts';
import { readAssets } from '../node/assets.ts';
import type { CheckResult, RunResult, Workload } from '../record.ts';
import { messageOf, reasonOf } from '../testing/in-words.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { en } from '../words/en/en.ts';

const assets = await readAssets();
const compiler = createCompiler();

/** A program that does all that is asked of it, and beside it in its constructor and disposal what is given. */
const programWith = ({
  top = '',
  construct = '',
  dispose = '',
}): string => `import type { LogChannel, Server, Worker } from 'server';
${top}
export class CnchServerResource {
  readonly #channel: LogChannel;
  readonly #tables: string[] = [];
  #workers: readonly Worker[] = [];
  constructor(server: Server, readonly id: bigint) {
    this.#channel = server.log.open(\`SessionResource(\${id})\`);
    ${construct}
  }
  #log(text: string) { this.#channel.write({ level: 'debug', text }); }
  addCreateQuery(table: string) { this.#tables.push(table); this.#log(\`addCreateQuery \${table}\`); }
  addDataParts(table: string) { this.#log(\`addDataParts \${table}\`); }
  sendResources(workers: readonly Worker[]) {
    this.#log('sendResources');
    this.#workers = workers;
    for (const worker of workers) worker.send(this.id, this.#tables);
  }
  [Symbol.dispose]() {
    this.#log('dispose');
    for (const worker of this.#workers) worker.release(this.id);
    ${dispose}
    this.#channel.close();
  }
}
`;

function checkOf({ checks }: RunResult, id: string): CheckResult {
  const check = checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return check;
}

async function judge(
  parts: Parameters<typeof programWith>[0],
  workload: Partial<Workload> = {},
): Promise<RunResult> {
  const { compiled, diagnostics } = compiler.compile(programWith(parts));
  if (compiled === undefined) throw new Error(diagnostics.map((one) => en.diagnosticWords(one)).join('\n'));
  const asked = { ...scenario.workload, transactions: 5_000, ...workload };
  return measure({
    assets,
    request: { scenario: scenario.id, program: 'mine', compiled, diagnostics, workload: asked, checks: true },
    scenario,
    listener: {},
    pause: () => Promise.resolve(),
    onMeasured: () => undefined,
  });
}

const noLeak = ({ checks }: RunResult): boolean | undefined =>
  checks.find(({ id }) => id === 'no-leak')?.passed;

describe('what a server lets go of only when it is idle is a leak', () => {
  const entry = 'class Entry { constructor(readonly id: bigint) {} }';

  test.each([
    [
      'a sweep when nobody is in flight',
      {
        top: `${entry} const kept: Entry[] = []; let inFlight = 0;`,
        construct: 'inFlight++; kept.push(new Entry(id));',
        dispose: 'if (--inFlight === 0) kept.length = 0;',
      },
    ],
    [
      'a sweep when nearly nobody is in flight',
      {
        top: `${entry} const kept: Entry[] = []; let inFlight = 0;`,
        construct: 'inFlight++; kept.push(new Entry(id));',
        dispose: 'if (--inFlight < 4) kept.length = 0;',
      },
    ],
    [
      'a flush that waits for a quiet moment',
      {
        top: `${entry} let kept: Entry[] = []; let timer = 0;`,
        dispose:
          'kept.push(new Entry(this.id)); clearTimeout(timer); timer = setTimeout(() => { kept = []; }, 200);',
      },
    ],
    [
      'such a flush of what was kept when a transaction began',
      {
        top: `${entry} let kept: Entry[] = []; let timer = 0;`,
        construct: 'kept.push(new Entry(id));',
        dispose: 'clearTimeout(timer); timer = setTimeout(() => { kept = []; }, 500);',
      },
    ],
    [
      'a sweep that nobody older may outlive',
      {
        top: `${entry} const open = new Set<bigint>(); const kept = new Map<bigint, Entry>();`,
        construct: 'open.add(id); kept.set(id, new Entry(id));',
        dispose: `open.delete(this.id); const [oldest = this.id] = open;
          for (const key of kept.keys()) { if (key >= oldest) break; kept.delete(key); }`,
      },
    ],
  ])('%s', async (_, parts) => {
    const result = await judge(parts);
    expect(noLeak(result)).toBe(false);
    expect(result.checks.find(({ id }) => id === 'no-leak')?.workload?.steady).toBeDefined();
  });
});

describe('what is bounded is no leak, however large', () => {
  test('a cache of 3,000, though every trial is shorter', async () => {
    const result = await judge(
      {
        top: 'class Entry {} const cache = new Map<bigint, Entry>();',
        dispose: `cache.set(this.id, new Entry());
        if (cache.size > 3000) for (const oldest of cache.keys()) { cache.delete(oldest); break; }`,
      },
      { transactions: 10_000 },
    );
    expect(noLeak(result)).toBe(true);
    expect(result.verdict).toMatchObject({ leakFree: true, classes: { Entry: { kind: 'bounded' } } });
  });

  test('entries that time out after twenty minutes', async () => {
    const result = await judge({
      top: 'class Entry {} const cache = new Map<bigint, Entry>();',
      dispose: 'cache.set(this.id, new Entry()); setTimeout(() => cache.delete(this.id), 1_200_000);',
    });
    expect(result.verdict.classes['Entry']).toMatchObject({ kind: 'bounded' });
    expect(reasonOf(result.verdict.classes['Entry'])).toMatch(/after about 2[01] minutes/);
    expect(noLeak(result)).toBe(true);
  });

  test('what only a collector takes out, and the longest trial is made all the same', async () => {
    const result = await judge({
      top: `class Entry {} const known = new Map<bigint, WeakRef<Entry>>();
        const gone = new FinalizationRegistry<bigint>((id) => known.delete(id));`,
      construct: 'const entry = new Entry(); known.set(id, new WeakRef(entry)); gone.register(entry, id);',
    });
    const check = checkOf(result, 'no-leak');
    expect(check.passed).toBe(true);
    expect(messageOf(check)).toMatch(/ 5,[1-6]\d\d transactions/);
  });

  test('what is let go in batches, where each checkpoint happens to fall a little later in one', async () => {
    const result = await judge(
      {
        top: 'const kept = new Set<string>(); const ended: string[] = [];',
        construct: 'kept.add(`SessionResource(${id})`);',
        dispose: `ended.push(\`SessionResource(\${this.id})\`);
          if (ended.length >= 80) for (const key of ended.splice(0)) kept.delete(key);`,
      },
      { transactions: 800 },
    );
    expect(result.verdict.bytes.kind).toBe('bounded');
    expect(noLeak(result)).toBe(true);
  });

  test('but not entries that nobody lets go of, beside a clock', async () => {
    const result = await judge({
      top: 'class Entry { at = Date.now(); } const kept: Entry[] = [];',
      dispose: 'kept.push(new Entry());',
    });
    expect(result.verdict.classes['Entry']).toMatchObject({ kind: 'leak', perTransaction: 1 });
  });
});

test('what a program takes before anything is asked of it proves nothing', async () => {
  const result = await judge({
    top: 'const free = Array.from({ length: 20_000 }, () => ({ id: 0n })); let next = 0;',
    construct: '(free[next++] ?? { id: 0n }).id = 1n;',
  });
  const check = checkOf(result, 'no-leak');
  expect(check.passed).toBe(false);
  expect(messageOf(check)).toContain('before its first transaction');
});

describe('what is lent and rarely left open is decided by a longer run', () => {
  const outcome = async (id: string, parts: Parameters<typeof judge>[0]) =>
    checkOf(await judge({ top: 'let begun = 0;', ...parts }), id);

  test.each([
    ['bounded-channels', "if (++begun % 900 === 0) server.log.open('audit');"],
    ['bounded-locks', 'if (++begun % 900 === 0) server.mutex(`epoch ${begun}`);'],
    ['bounded-timers', 'if (++begun % 900 === 0) setInterval(() => undefined, 60_000);'],
  ])('%s: a few in every thousand are refused', async (id, construct) => {
    const check = await outcome(id, { construct });
    expect(check.passed).toBe(false);
    expect(messageOf(check)).toContain('does not follow the length of the run');
  });

  test.each([
    ['bounded-channels', "if (++begun % 900 === 0 && begun < 4_000) server.log.open('audit');"],
    ['bounded-locks', 'if (++begun % 900 === 0) server.mutex(`epoch ${Math.min(begun, 3_600)}`);'],
  ])('%s: the last of a few are not', async (id, construct) => {
    expect(await outcome(id, { construct })).toMatchObject({ passed: true });
  });
});

test('judges equal programs equally', async () => {
  const parts = { top: 'const kept: bigint[] = [];', dispose: 'if (kept.push(this.id) > 900) kept.shift();' };
  const [first, second] = [await judge(parts), await judge(parts)];
  expect({ ...first, elapsedMs: 0 }).toEqual({ ...second, elapsedMs: 0 });
});
