/** A program's own gauges are read on schedule, and a wrong value is told from a right one, on the real machine. */

import { describe, expect, test } from 'vitest';
import { wordedBreach } from '../node/lab-json.ts';
import { programWith, runSource } from '../testing/run-for-tests.ts';

interface Parts {
  readonly gauges?: string;
  /** Before and after a change of a gauge. */
  readonly wait?: string;
  readonly send?: string;
  readonly dispose?: string;
}

const rightSend = 'worker.send(this.id, this.#tables); sent++;';

/** A program that counts rightly, with code of ours in place of its own. */
function counting({
  gauges = '{ heldParts: () => held, sent: () => sent }',
  wait = '',
  send = rightSend,
  dispose = 'held -= this.#parts;',
}: Parts): string {
  const modifier = wait === '' ? '' : 'async ';
  return `import type { DataPart, LogChannel, Server, Worker } from 'server';
const rest = () => new Promise<void>((done) => setTimeout(done, 30));
let held = 0;
let sent = 0;
export const gauges = ${gauges};
export class CnchServerResource {
  readonly #channel: LogChannel;
  readonly #tables: string[] = [];
  readonly #requested: Worker[] = [];
  #parts = 0;
  constructor(server: Server, readonly id: bigint) { this.#channel = server.log.open(\`of \${id}\`); }
  #log(text: string) { this.#channel.write({ level: 'debug', text }); }
  addCreateQuery(table: string) { this.#tables.push(table); this.#log(\`addCreateQuery \${table}\`); }
  ${modifier}addDataParts(table: string, parts: readonly DataPart[]) {
    this.#log(\`addDataParts \${table}\`);
    ${wait}
    held += parts.length;
    this.#parts += parts.length;
    ${wait}
  }
  ${modifier}sendResources(workers: readonly Worker[]) {
    this.#log('sendResources');
    for (const worker of workers) {
      this.#requested.push(worker);
      ${wait}
      ${send}
    }
    ${wait}
  }
  ${modifier}[Symbol.dispose]() {
    this.#log('dispose');
    for (const worker of this.#requested) worker.release(this.id);
    ${wait}
    ${dispose}
    ${wait}
    this.#channel.close();
  }
}
`;
}

const workload = { transactions: 1_000, concurrency: 16, failureRate: 0.3, sharedIdRate: 0.2 };

describe('the gauges of a program', () => {
  test('are read once a second and at rest, and are right when transactions fail and share ids', async () => {
    const { breaches, readings, checkpoints } = await runSource(counting({}), workload);
    expect(breaches).toEqual([]);
    expect(readings['heldParts']).toBeGreaterThan(checkpoints.length + 5);
    expect(readings['sent']).toBe(readings['heldParts']);
  });

  test('may count before or after what a call awaits', async () => {
    for (const rate of [{ failureRate: 0 }, { sharedIdRate: 0 }]) {
      const source = counting({ wait: 'await rest();' });
      const { breaches, readings, failure } = await runSource(source, { ...workload, ...rate });
      expect(failure).toBeUndefined();
      expect(breaches.filter(({ kind }) => kind === 'wrong reading')).toEqual([]);
      expect(readings['heldParts']).toBeGreaterThan(20);
    }
  });

  test.each([
    ['a gauge that stands still', '{ heldParts: () => 0 }'],
    ['one that counts twice', '{ heldParts: () => 2 * held }'],
    ['one that gives no number', '{ heldParts: () => `${held}` }'],
    ['one that gives not-a-number', '{ heldParts: () => NaN }'],
    ['one that gives a promise', '{ heldParts: async () => held }'],
    ['a count that stands still', '{ sent: () => 0 }'],
  ])('notices %s', async (_, gauges) => {
    for (const wait of ['', 'await rest();']) {
      const { breaches, failure } = await runSource(counting({ gauges, wait }), {
        ...workload,
        sharedIdRate: 0,
      });
      expect(failure).toBeUndefined();
      const wrong = breaches.find(({ kind }) => kind === 'wrong reading');
      expect(wrong?.count).toBeGreaterThan(5);
      expect(wrong?.transaction).toBeGreaterThan(0);
      expect(wrong && wordedBreach(wrong).message).toMatch(
        /^the gauge (heldParts|sent) gave .+; it should give (between )?\d+/,
      );
    }
  });

  test.each([
    ['parts that are not taken off at the end', { dispose: '' }],
    ['a send that is counted though it failed', { send: 'sent++; worker.send(this.id, this.#tables);' }],
  ])('notice %s', async (_, parts) => {
    const { breaches } = await runSource(counting(parts), workload);
    expect(breaches.map(wordedBreach)).toMatchObject([
      { kind: 'wrong reading', message: expect.stringContaining('it should give') },
    ]);
  });

  test('that are missing were never read', async () => {
    const { readings } = await runSource(counting({ gauges: '{ sent: () => sent }' }), workload);
    expect(readings).toEqual({ heldParts: 0, sent: expect.any(Number) });
    expect((await runSource(programWith({}))).readings).toEqual({ heldParts: 0, sent: 0 });
  });

  test('are read as often, and cost no byte, however many samples are taken', async () => {
    const source = counting({ gauges: '{ heldParts: () => [held].concat([]).reduce((a, b) => a + b) }' });
    const seen = async (samples: number): Promise<unknown> => {
      const { readings, breaches, checkpoints, work } = await runSource(source, { ...workload, samples });
      expect(new Set(checkpoints.map(({ bytes }) => bytes)).size).toBe(1);
      return { readings, breaches, checkpoints, work };
    };
    expect(await seen(1_000)).toEqual(await seen(10));
  });
});
