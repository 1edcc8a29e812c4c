/** What the server lends is judged by identity, on the real machine: which worker, which tables, which lock, whose line. */

import { describe, expect, test } from 'vitest';
import { wordedBreach, wordedFailure } from '../node/lab-json.ts';
import { runSource, type TestRun } from '../testing/run-for-tests.ts';

interface Parts {
  readonly top?: string;
  readonly construct?: string;
  readonly create?: string;
  readonly send?: string;
  readonly end?: string;
  readonly close?: string;
}

const sendAll = 'for (const worker of workers) worker.send(this.id, this.tables);';
const releaseAll = 'for (const worker of this.workers) worker.release(this.id);';

/** A right program, with code of ours in place of parts of its own. */
function program({
  top = '',
  construct = '',
  create = '',
  send = sendAll,
  end = releaseAll,
  close = 'this.channel.close();',
}: Parts): string {
  return `import type { LogChannel, Server, Worker } from 'server';
${top}
export class CnchServerResource {
  readonly channel: LogChannel;
  readonly tables: string[] = [];
  workers: readonly Worker[] = [];
  constructor(readonly server: Server, readonly id: bigint) {
    this.channel = server.log.open(\`of \${id}\`);
    ${construct}
  }
  log(text: string) { this.channel.write({ level: 'debug', text }); }
  addCreateQuery(table: string) { this.tables.push(table); this.log(\`addCreateQuery \${table}\`); ${create} }
  addDataParts(table: string) { this.log(\`addDataParts \${table}\`); }
  sendResources(workers: readonly Worker[]) { this.log('sendResources'); this.workers = workers; ${send} }
  [Symbol.dispose]() { this.log('dispose'); ${end} ${close} }
}
`;
}

const seen = ({ breaches }: TestRun): readonly string[] =>
  breaches.map(wordedBreach).map(({ kind, message }) => `${kind}: ${message}`);
const play = (parts: Parts, workload = {}): Promise<TestRun> => runSource(program(parts), workload);

describe('a worker', () => {
  test('is nobody’s business who does right', async () => {
    const run = await play({}, { transactions: 500, failureRate: 0.5 });
    expect(run.failure).toBeUndefined();
    expect(run.breaches).toEqual([]);
  });

  test.each([
    [
      'one that gets what another should',
      'workers.map(() => workers[0]!.send(this.id, this.tables));',
      [
        /^wrong worker: tables were sent to worker-\d a second time/,
        /^worker not sent to: .* did not send to worker-\d\.$/,
      ],
    ],
    [
      'tables of other names',
      "workers.map((worker) => worker.send(this.id, ['', 'orders2']));",
      [/^wrong tables: worker-\d was given something unnamed and orders2; it should be given \w+ and \w+\.$/],
    ],
    [
      'one table twice',
      'workers.map((worker) => worker.send(this.id, [this.tables[0]!, this.tables[0]!]));',
      [/^wrong tables: worker-\d was given (\w+) and \1; it should be given/],
    ],
    [
      'tables that are no list',
      `${sendAll} workers.map((w) => w.send(this.id, { length: Symbol() } as never));`,
      [/^wrong worker: .* a second time/, /^wrong tables: worker-\d was given no tables/],
    ],
    [
      'an id that is none',
      `try { workers[0]!.send(Symbol() as never, []); } catch {} ${sendAll}`,
      [/^use after release: tables were sent to worker-\d for a symbol, which is not an id\.$/],
    ],
    [
      'an id that would take seconds to print',
      `workers[0]!.send(1n << 900_000n, []); ${sendAll}`,
      [/^use after release: tables were sent to worker-\d for transaction a number of more than 64 bits/],
    ],
  ])('notices %s', async (_, send, expected) => {
    const messages = seen(await play({ send }));
    expect(messages).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(messages[index]).toMatch(pattern));
  });

  test('of another transaction is noticed', async () => {
    const top = 'const all = new Set<Worker>();';
    const send = 'for (const w of workers) all.add(w); for (const w of all) w.send(this.id, this.tables);';
    const messages = seen(await play({ top, send, end: 'for (const w of all) w.release(this.id);' }));
    expect(messages).toEqual([
      expect.stringMatching(/^wrong worker: tables were sent to worker-\d, which is not one of/),
    ]);
  });

  test.each([
    ['released twice is as good as once', `${releaseAll} ${releaseAll}`, []],
    [
      'not released is named, though the other was released twice',
      'for (const _ of this.workers) this.workers[0]!.release(this.id);',
      [expect.stringMatching(/^worker not released: it was not released on worker-\d at the end\.$/)],
    ],
  ])('%s', async (_, end, expected) => {
    expect(seen(await play({ end }))).toEqual(expected);
  });

  test('that is released before the end was sent to, and released early', async () => {
    const messages = seen(await play({ send: `${sendAll} ${releaseAll}` }));
    expect(messages).toEqual([
      expect.stringMatching(/^worker released early: it was released on worker-\d and worker-\d before/),
    ]);
  });

  test('may be let go by a send that fails, and be sent to again', async () => {
    const once = `try { ${sendAll} } catch (error) { ${releaseAll} throw error; }`;
    const send = `try { ${once} } catch { ${once} }`;
    const run = await play({ send }, { transactions: 500, failureRate: 0.5 });
    expect(run.failure).toBeUndefined();
    expect(seen(run)).toEqual([]);
  });
});

describe('an injected failure', () => {
  test.each([
    ['the cause of another error', 'throw new Error("not sent", { cause: error });'],
    [
      'a cause far down',
      'let e: unknown = error; for (let n = 0; n < 9; n++) e = new Error("", { cause: e }); throw e;',
    ],
    [
      'one of several',
      'throw Object.assign(new Error("not sent"), { errors: [new Error("other"), error] });',
    ],
    [
      'suppressed',
      'throw Object.assign(new Error("not sent"), { error: new Error("other"), suppressed: error });',
    ],
  ])('may be passed on as %s', async (_, rethrow) => {
    const send = `try { ${sendAll} } catch (error) { ${rethrow} }`;
    const run = await play({ send }, { transactions: 500, failureRate: 0.5 });
    expect(run.failure).toBeUndefined();
    expect(run.breaches).toEqual([]);
  });

  test('is not asked for through a getter, and does not excuse an error of the program’s own', async () => {
    const rethrow = 'throw Object.defineProperty(new Error("own"), "cause", { get: () => error });';
    const run = await play({ send: `try { ${sendAll} } catch (error) { ${rethrow} }` }, { failureRate: 0.5 });
    expect(run.failure && wordedFailure(run.failure)).toMatchObject({
      kind: 'runtime',
      message: expect.stringContaining('own'),
    });
  });
});

describe('a line', () => {
  test('that begins like a call’s is not the call’s', async () => {
    expect(seen(await play({ create: "this.log('disposeOf is an API of ours');" }))).toEqual([]);
  });

  test.each([
    ['before its call was made', { create: "if (this.tables.length === 1) this.log('sendResources soon');" }],
    [
      'after its call had ended',
      { end: `${releaseAll} queueMicrotask(() => this.log('dispose done'));`, close: '' },
    ],
  ])('is out of order %s', async (when, parts) => {
    const run = await play(parts, { concurrency: 1 });
    const order = run.breaches.find(
      ({ kind }) => kind === 'wrong order' || kind === 'duplicate line' || kind === 'wrong transaction',
    );
    expect(order && wordedBreach(order).message).toMatch(
      when === 'before its call was made' ? /came before its call was made/ : /./,
    );
  });

  test('with an id of a million bits is told without printing it', async () => {
    const construct = "this.channel.write({ level: 'debug', text: 'x', transaction: 1n << 900_000n });";
    expect(seen(await play({ construct }))).toEqual([
      expect.stringContaining('a number of more than 64 bits'),
    ]);
  });
});

describe('locks', () => {
  test('are counted by name, however many there are, and told one by one for the first hundred', async () => {
    const run = await play({ construct: 'server.mutex(`of ${id}`).hold(() => 1);' });
    expect(run.lockNames).toBe(200);
    expect(Object.keys(run.locks)).toHaveLength(101);
    expect(run.checkpoints.map(({ lent }) => lent?.locks)).toEqual(
      run.checkpoints.map(({ transactions }) => transactions),
    );
  });

  test('take no harm from times that are none, from a holder that throws, or one that takes the lock again', async () => {
    const times = "[NaN, -1, Infinity, '1e9', null, { valueOf() { throw new Error('no'); } }]";
    const construct = `for (const time of ${times}) server.mutex('a').hold(() => 1, time as never);
      try { server.mutex('a').hold(() => { throw new Error('no'); }); } catch {}
      server.mutex('a').hold(() => server.mutex('a').hold(() => 1));
      try { server.mutex('a').hold(undefined as never); } catch {}`;
    const { failure, locks } = await play({ construct });
    expect(failure).toBeUndefined();
    expect(locks['a']?.acquisitions).toBe(200 * 9);
    expect(locks['a']?.waitMs).toBeGreaterThan(0);
    expect(locks['a']?.waitMs).toBeLessThanOrEqual((200 * 9 * 3) / 1000);
  });
});

describe('channels', () => {
  test('are told by who wrote to them and who closed them', async () => {
    const { channels } = await play({});
    expect(channels).toMatchObject({ opened: 200, shared: 0, closedByOwner: 200, closedAtEnd: 200 });
    expect(channels.peak).toBeLessThanOrEqual(4);
  });

  const top = 'let all: LogChannel | undefined; let n = 0;';
  const log =
    'this.log = (text) => all!.write({ level: "debug", text, transaction: id }); this.channel.close();';
  const opened = (open: string): string => `all ??= ${open}; n++; ${log}`;
  const last = (close: string): string => `if (--n === 0) { ${close} all = undefined; }`;

  test.each([
    ['neither opened nor closed under a lock', "server.log.open('all')", 'all!.close();', true, true],
    [
      'opened and closed under one',
      "server.mutex('m').hold(() => server.log.open('all'))",
      "this.server.mutex('m').hold(() => all!.close());",
      false,
      false,
    ],
    [
      'closed under another',
      "server.mutex('m').hold(() => server.log.open('all'))",
      "this.server.mutex('n').hold(() => all!.close());",
      false,
      true,
    ],
  ])('that transactions share are seen to be %s', async (_, open, close, openedUnlocked, closedUnlocked) => {
    const { channels } = await play({ top, construct: opened(open), close: last(close) });
    expect(channels.shared).toBeGreaterThan(0);
    expect(channels.sharedOpenedUnlocked.count > 0).toBe(openedUnlocked);
    expect(channels.sharedClosedUnlocked.count > 0).toBe(closedUnlocked);
    expect(channels.closedShared).toBe(channels.shared);
  });

  test.each([
    ['looked up without one', "(all ?? server.mutex('m').hold(() => server.log.open('all')))", true],
    [
      'looked up under another each time',
      "server.mutex(`m ${turn++ % 2}`).hold(() => all ?? server.log.open('all'))",
      true,
    ],
    [
      'looked up under that of their opening',
      "server.mutex('m').hold(() => all ?? server.log.open('all'))",
      false,
    ],
  ])('that transactions share are seen to be %s', async (_, lookUp, usedUnlocked) => {
    const run = await play({
      top: `${top} let turn = 0;`,
      construct: `all = ${lookUp}; n++; ${log}`,
      close: `if (--n > 0) return;
        let close = () => all!.close();
        for (const name of ['m', 'm 0', 'm 1']) {
          const inner = close;
          close = () => this.server.mutex(name).hold(inner);
        }
        close();
        all = undefined;`,
    });
    expect(run.failure).toBeUndefined();
    expect(run.channels.closedShared).toBeGreaterThan(0);
    expect(run.channels.sharedUsedUnlocked.count > 0).toBe(usedUnlocked);
  });
});

describe('two transactions that share an id', () => {
  const bus = `const listeners = new Map<bigint, Set<(text: string) => void>>();
    const tell = (id: bigint, text: string) => { for (const each of listeners.get(id) ?? []) each(text); };`;
  const listen = `const own = (text: string) => this.channel.write({ level: 'debug', text });
    listeners.set(id, (listeners.get(id) ?? new Set()).add(own));
    this.log = (text) => tell(id, text); this.off = () => listeners.get(id)?.delete(own);`;
  const workload = { transactions: 500, sharedIdRate: 0.4 };
  const source = (off: string): string =>
    program({ top: bus, construct: listen, close: `${off} this.channel.close();` }).replace(
      'workers: readonly Worker[] = [];',
      'workers: readonly Worker[] = []; off = () => {};',
    );

  test('may both hear what is told about it', async () => {
    const run = await runSource(source('this.off();'), workload);
    expect(run.failure).toBeUndefined();
    expect(seen(run)).toEqual([]);
  });

  test('are both missed where the first to end takes the listeners of both', async () => {
    const run = await runSource(source('listeners.delete(this.id);'), workload);
    expect(run.breaches.map(({ kind }) => kind)).toEqual(['missing line']);
  });
});
