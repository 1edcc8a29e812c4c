/** What a run measures, on the real machine. */

import { describe, expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';
import { readProgram } from '../node/programs.ts';
import { wordedFailure } from '../node/lab-json.ts';

const leaky = await readProgram('logger-per-transaction', 'leaky');
const lastLive = async (source: string): Promise<unknown> => (await runSource(source)).samples.at(-1)?.live;

describe('the census', () => {
  // Every form of class is proven with the compiler, in `instrument.test.ts`.
  test.each([
    ['a class', 'class A {}', { A: 200 }],
    ['a derived class, under its own name', 'class Base {} class A extends Base {}', { Base: 0, A: 200 }],
    ['a class that extends Map', 'class A extends Map<string, number> {}', { A: 200 }],
  ])('counts instances of %s once, and for as long as they live', async (_, top, expected) => {
    const live = await lastLive(
      programWith({ top: `${top} const kept: unknown[] = [];`, construct: 'kept.push(new A());' }),
    );
    const { CnchServerResource, ...others } = live as Record<string, number>;
    expect(CnchServerResource).toBeLessThanOrEqual(4);
    expect(others).toEqual(expected);
  });

  test('counts a derived class that throws after super(), and sees it go', async () => {
    const top = 'class Base {} class A extends Base { constructor() { super(); throw new Error("no"); } }';
    const { samples } = await runSource(programWith({ top, construct: 'try { new A(); } catch {}' }));
    expect(samples.at(-1)?.created).toMatchObject({ A: 200 });
    expect(samples.at(-1)?.live).toMatchObject({ A: 0 });
  });

  test('tells instances by the part of the run that made them', async () => {
    const top = 'class A {} const first: A[] = []; let n = 0;';
    const { survivors } = await runSource(
      programWith({ top, construct: 'if (n++ < 20) first.push(new A());' }),
    );
    expect(survivors['A']?.slice(0, 20)).toEqual(Array(20).fill(1));
    expect(survivors['A']?.slice(20).every((count) => count === 0)).toBe(true);
  });

  test('collects cycles', async () => {
    const top = 'class A { other: A | undefined }';
    const construct = 'const a = new A(), b = new A(); a.other = b; b.other = a;';
    expect(await lastLive(programWith({ top, construct }))).toMatchObject({ A: 0 });
  });
});

describe('bytes', () => {
  test('are the same to the byte at every checkpoint of a program without a leak', async () => {
    const { checkpoints } = await runSource(programWith({}), { transactions: 2000 });
    expect(new Set(checkpoints.map(({ bytes }) => bytes)).size).toBe(1);
  });

  test('see what no class count sees: strings, plain objects, closures', async () => {
    for (const thing of ['`text ${id}`', '{ id }', '() => id']) {
      const source = programWith({ top: 'const kept: unknown[] = [];', construct: `kept.push(${thing});` });
      const { checkpoints } = await runSource(source, { transactions: 2000 });
      expect((checkpoints.at(-1)?.bytes ?? 0) - (checkpoints[0]?.bytes ?? 0)).toBeGreaterThan(1700 * 16);
    }
  });

  test('do not contain what the census takes', async () => {
    const kept = (top: string): string =>
      programWith({ top: `${top} const kept: unknown[] = [];`, construct: 'kept.push(make());' });
    const counted = await runSource(kept('class A { x = 1 } const make = () => new A();'), {
      transactions: 2000,
    });
    const plain = await runSource(kept('const make = () => ({ x: 1 });'), { transactions: 2000 });
    const grown = (run: typeof counted): number =>
      (run.checkpoints.at(-1)?.bytes ?? 0) - (run.checkpoints[0]?.bytes ?? 0);
    expect(grown(counted)).toBe(grown(plain));
  });
});

describe('a right program whose calls await something', () => {
  test('is judged as the same program without, also where ids are shared and sends fail', async () => {
    const fixed = await readProgram('logger-per-transaction', 'fixed-owned');
    const awaiting = fixed
      .replace(
        'sendResources(workers: readonly Worker[]): void {',
        'async sendResources(workers: readonly Worker[]): Promise<void> {\n    await null;',
      )
      .replace(
        '[Symbol.dispose](): void {\n    this',
        'async [Symbol.dispose](): Promise<void> {\n    await null;\n    this',
      );
    expect(awaiting.match(/await null/g)).toHaveLength(2);
    for (const seed of [1, 2, 3]) {
      const workload = { transactions: 1000, concurrency: 16, failureRate: 0.5, sharedIdRate: 0.5, seed };
      const { failure, breaches } = await runSource(awaiting, workload);
      expect({ failure, breaches }).toEqual({ failure: undefined, breaches: [] });
    }
  });
});

describe('a run', () => {
  test('replays exactly', async () => {
    expect(await runSource(leaky)).toEqual(await runSource(leaky));
  });

  test('has the same counts and the same log however many samples are taken', async () => {
    const runs = await Promise.all(
      [10, 100, 1000].map((samples) => runSource(leaky, { transactions: 2000, samples })),
    );
    const seen = runs.map(({ checkpoints, survivors, breaches, work, log, openChannels, console }) => ({
      checkpoints,
      survivors,
      breaches,
      work,
      log,
      openChannels,
      console,
    }));
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    const at = (run: number): unknown => runs[run]?.samples.find(({ transactions }) => transactions >= 1000);
    expect(at(1)).toEqual(at(0));
  });

  test('differs with the seed', async () => {
    const [a, b] = await Promise.all([7, 8].map((seed) => runSource(leaky, { seed, failureRate: 0.2 })));
    expect(a?.checkpoints).not.toEqual(b?.checkpoints);
  });

  test('streams every sample as it is taken', async () => {
    const { streamed, samples } = await runSource(leaky);
    expect(streamed).toEqual(samples);
    expect(samples).toHaveLength(10);
    expect(samples.map(({ transactions }) => transactions)).toEqual(
      [...samples.keys()].map((n) => expect.closeTo((n + 1) * 20, -1)),
    );
  });

  test('ends as the death of the server at the memory limit, with the counts until then', async () => {
    const { failure, samples } = await runSource(leaky, { transactions: 5000, memoryLimit: 2 ** 19 });
    expect(failure && wordedFailure(failure)).toMatchObject({
      kind: 'out-of-memory',
      message: expect.stringContaining('512 KiB'),
    });
    expect(samples.at(-1)?.transactions).toBe(failure?.transaction);
    expect(samples.at(-1)?.live['Logger']).toBe(failure?.transaction);
  });

  test('injects failures at every step, and a right program cleans up after each', async () => {
    const source = await readProgram('logger-per-transaction', 'fixed-owned');
    const { checkpoints, breaches, failure, openChannels } = await runSource(source, {
      transactions: 1000,
      failureRate: 0.5,
    });
    expect(failure).toBeUndefined();
    expect(breaches).toEqual([]);
    expect(openChannels).toBe(0);
    expect(checkpoints.at(-1)?.failed).toBeGreaterThan(350);
  });
});

describe('time and chance', () => {
  test('are virtual and seeded', async () => {
    const top =
      'console.log(Date.now(), performance.now(), new Date().toISOString(), Math.random(), Math.random());';
    const [first, again, other] = await Promise.all(
      [7, 7, 8].map((seed) => runSource(programWith({ top }), { seed })),
    );
    expect(first?.console[0]?.text).toMatch(/^1720051200000 0 2024-07-04T00:00:00.000Z 0\.\d+ 0\.\d+$/);
    expect(again?.console).toEqual(first?.console);
    expect(other?.console).not.toEqual(first?.console);
  });

  test('fires timers in order, at their time, and not when cleared', async () => {
    const top = `const t0 = Date.now();
      const say = (what: string) => () => console.log(what, Date.now() - t0);
      setTimeout(say('b'), 30); setTimeout(say('a'), 10); setTimeout(say('c'), 30);
      clearTimeout(setTimeout(say('never'), 5));
      const every = setInterval(() => { say('tick')(); if (Date.now() - t0 >= 75) clearInterval(every); }, 25);`;
    const { console } = await runSource(programWith({ top }));
    const order = console.map(({ text }) => text.split(' ')[0]);
    expect(order).toEqual(['a', 'tick', 'b', 'c', 'tick', 'tick']);
  });

  test('counts the timers that would still fire at the end', async () => {
    const top = 'const timers = new Map<bigint, number>();';
    const construct = 'timers.set(id, setInterval(() => 0, 90_000)); setTimeout(() => 0, 10);';
    const left = await runSource(programWith({ top, construct }));
    expect(left.pendingTimers).toBe(200);
    const cleared = await runSource(
      programWith({ top, construct, dispose: 'clearInterval(timers.get(this.id));' }),
    );
    expect(cleared.pendingTimers).toBe(0);
  });
});

describe('weak references', () => {
  const top = `class A {} let ref: WeakRef<A> | undefined; let n = 0;
    const gone = new FinalizationRegistry<string>((held) => console.log('gone', held));`;
  const construct = `if (n++ === 0) { const a = new A(); ref = new WeakRef(a); gone.register(a, 'first'); }
    if (n === 2 || n === 150) console.log(n, ref?.deref() !== undefined);`;

  test('hold until a virtual collection, then call back', async () => {
    const { console } = await runSource(programWith({ top, construct }), { collectorSeconds: 1 });
    expect(console.map(({ text }) => text)).toEqual(['2 true', 'gone first', '150 false']);
  });

  test('leave nothing behind once they are unregistered, collection or not', async () => {
    const alarm = {
      top: 'const alarm = new FinalizationRegistry<bigint>(() => undefined);',
      construct: 'alarm.register(this, id, this);',
      dispose: 'alarm.unregister(this);',
    };
    const { checkpoints } = await runSource(programWith(alarm), {
      transactions: 2000,
      collectorSeconds: null,
    });
    const bytes = checkpoints.map((each) => each.bytes);
    expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(8192);
    expect(bytes.at(-1)).toBeLessThanOrEqual(Math.max(...bytes.slice(0, 4)));
  });

  test('hold for ever without one', async () => {
    const { console, samples } = await runSource(programWith({ top, construct }), { collectorSeconds: null });
    expect(console.map(({ text }) => text)).toEqual(['2 true', '150 true']);
    expect(samples.at(-1)?.live['A']).toBe(1);
  });
});

describe('the log', () => {
  test('knows the transaction from the field, the channel or the text', async () => {
    const { log, breaches } = await runSource(leaky);
    expect(breaches).toEqual([]);
    expect(log.slice(0, 6).every(({ transaction }) => transaction !== undefined)).toBe(true);
    expect(log.length).toBeGreaterThan(20);
    expect(log.length).toBeLessThan(60);
  });

  test.each([
    ['a duplicate line', "this.#log('dispose');", 'duplicate line'],
    ['a line after close()', "this.#channel.close(); this.#log('late');", 'use after release'],
    ['a second close()', 'this.#channel.close();', 'released twice'],
    ['a line without text', 'this.#channel.write({} as never);', 'malformed line'],
    ['a line of an earlier call', "this.#log('sendResources');", 'duplicate line'],
    [
      'a line with a foreign id',
      "this.#channel.write({ level: 'debug', text: 'x', transaction: 1n });",
      'wrong transaction',
    ],
  ])('notices %s', async (_, dispose, kind) => {
    const { breaches } = await runSource(programWith({ dispose }));
    expect(breaches.map((breach) => breach.kind)).toContain(kind);
    expect(breaches.find((breach) => breach.kind === kind)?.count).toBeGreaterThanOrEqual(200);
  });
});

describe('the log of a timer', () => {
  test('ends the silence about a transaction that waits', async () => {
    const load = { concurrency: 128, transactions: 400 };
    const beat = (construct: string): string => programWith({ construct });
    const silent = await runSource(beat(''), load, 1);
    const heard = await runSource(beat("setInterval(() => this.#log('here'), 300);"), load, 1);
    expect(silent.longestSilenceMs).toBeGreaterThan(1000);
    expect(heard.longestSilenceMs).toBeLessThan(300 + 200);
    expect(heard.longestSilenceMs).toBeGreaterThan(250);
  });

  test('is shown in part when it is about nobody, so that it does not push out the rest', async () => {
    const late = "setTimeout(() => server.log.open('x').write({ level: 'debug', text: 'late' }), 5_000);";
    const { log, breaches } = await runSource(programWith({ construct: late }));
    expect(breaches).toContainEqual(expect.objectContaining({ kind: 'unattributable line', count: 200 }));
    expect(log.filter(({ text }) => text === 'late')).toHaveLength(3);
  });
});

describe('workers', () => {
  test('that are not sent to are noticed, though the call came back', async () => {
    const { breaches } = await runSource(programWith({}));
    expect(breaches).toMatchObject([
      { kind: 'worker not sent to', count: 200, transaction: expect.any(Number) },
    ]);
  });
});

describe('locks', () => {
  test('count acquisitions, and model the wait of everyone else in flight', async () => {
    const { locks } = await runSource(
      programWith({ construct: "server.mutex('registry').hold(() => 1, 100);" }),
    );
    expect(locks['registry']?.acquisitions).toBe(200);
    expect(locks['registry']?.waitMs).toBeGreaterThan(200 * 0.1);
    expect(locks['registry']?.waitMs).toBeLessThanOrEqual(200 * 3 * 0.1);
  });
});
