/** A busy server: it is read while as many transactions are in flight as can be, and some outlive all others. */

import { describe, expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';

const steady = { transactions: 1_500, concurrency: 12, steady: { stragglers: 3, pace: 1 } };

describe('a server under steady load', () => {
  test('is read at full load, with all those in flight half-way', async () => {
    const { checkpoints, failure, breaches } = await runSource(programWith({}), steady);
    expect(failure).toBeUndefined();
    expect(breaches.map(({ kind }) => kind)).toEqual(['worker not sent to']);
    expect(checkpoints).toHaveLength(8);
    for (const { live } of checkpoints) expect(live['CnchServerResource']).toBe(15);
    const lengths = checkpoints
      .slice(1)
      .map(({ transactions }, at) => transactions - checkpoints[at]!.transactions);
    expect(new Set(lengths).size).toBe(1);
  });

  test('holds the same bytes at each reading, where nothing leaks', async () => {
    const { checkpoints } = await runSource(programWith({}), {
      ...steady,
      failureRate: 0.3,
      sharedIdRate: 0.2,
    });
    const bytes = checkpoints.map((at) => at.bytes);
    expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(100);
  });

  test('serves as many transactions at once as a reader may ask for', async () => {
    const { failure, checkpoints } = await runSource(programWith({}), {
      ...steady,
      concurrency: 256,
      transactions: 1_500,
      memoryLimit: 2 ** 25,
    });
    expect(failure).toBeUndefined();
    expect(checkpoints.at(-1)?.live['CnchServerResource']).toBe(259);
  });

  test('notices what is closed under a transaction that outlives its time', async () => {
    const parts = { construct: 'setTimeout(() => this.#channel.close(), 2_000);' };
    const { breaches } = await runSource(programWith(parts), steady);
    expect(breaches.map(({ kind }) => kind)).toContain('use after release');
  });
});

describe('time', () => {
  test('lets timers fire when they are due, to the millisecond', async () => {
    const { console } = await runSource(
      programWith({
        top: 'const start = performance.now(); const late: number[] = [];',
        construct: `const due = performance.now() + 70;
          setTimeout(() => { late.push(performance.now() - due); if (late.length === 200) console.log(Math.max(...late)); }, 70);`,
      }),
    );
    expect(Number(console[0]?.text)).toBeLessThan(0.01);
  });

  test('knows whether a program has asked for it', async () => {
    expect((await runSource(programWith({}))).asksForTime).toBe(false);
    for (const construct of [
      'Date.now();',
      'new Date();',
      'performance.now();',
      'setTimeout(() => {}, 1);',
    ]) {
      expect((await runSource(programWith({ construct }))).asksForTime).toBe(true);
    }
  });

  test('passes as slowly as a trial asks', async () => {
    const { checkpoints } = await runSource(programWith({}), {
      ...steady,
      steady: { stragglers: 3, pace: 100 },
    });
    expect(checkpoints.at(-1)?.virtualMs).toBeGreaterThan(900_000);
  });
});

describe('after an await', () => {
  const text = (call: string) => `this.#log(\`${call}\`)`;
  const awaiting = (wait: string): string => `import type { Server } from 'server';
    export class CnchServerResource {
      readonly #channel;
      constructor(server: Server, readonly id: bigint) { this.#channel = server.log.open('all'); }
      #log(text: string) { this.#channel.write({ level: 'debug', text, transaction: this.id }); }
      async addCreateQuery(table: string) { ${wait} ${text('addCreateQuery ${table}')}; }
      async addDataParts(table: string) { ${wait} ${text('addDataParts ${table}')}; }
      async sendResources() { ${wait} ${text('sendResources')}; }
      async [Symbol.dispose]() { ${wait} ${text('dispose')}; this.#channel.close(); }
    }`;

  test.each([
    ['a promise', 'await Promise.resolve();'],
    ['a timer', 'await new Promise<void>((resolve) => { setTimeout(resolve, 3); });'],
  ])('tells two transactions of one id apart, after %s', async (_, wait) => {
    const { breaches, failure } = await runSource(awaiting(wait), { sharedIdRate: 0.5 });
    expect(failure).toBeUndefined();
    expect(breaches.map(({ kind }) => kind)).toEqual(['worker not sent to']);
    const silent = awaiting(wait).replace(
      `${wait} ${text('sendResources')}`,
      `${wait} if (this.id % 2n) ${text('sendResources')}`,
    );
    const { breaches: seen } = await runSource(silent, { sharedIdRate: 0.9 });
    expect(seen.map(({ kind }) => kind)).toContain('missing line');
  });
});

describe('what outlives a transaction that never ends', () => {
  const run = { transactions: 100, concurrency: 4 };
  const sending = (permit: string) =>
    programWith({ top: 'class Permit {} const held = new Set<Permit>();' })
      .replace("sendResources() { this.#log('sendResources'); }", '')
      .replace(
        '[Symbol.dispose]',
        `sendResources(workers: readonly import('server').Worker[]) {
          this.#log('sendResources'); const permit = new Permit(); ${permit}
          try { for (const worker of workers) worker.send(this.id, []); } finally { held.delete(permit); }
        }
        [Symbol.dispose]`,
      );

  test('is what others hold of it: here a permit, while it sends', async () => {
    const { dropped } = await runSource(sending('held.add(permit);'), run, 60, true);
    expect(dropped?.beforeSend).toMatchObject({ kept: { Permit: 0, CnchServerResource: 0 }, bytes: 0 });
    expect(dropped?.inSend.kept).toEqual({ Permit: 1, CnchServerResource: 0 });
    expect(dropped?.inSend.bytes).toBeGreaterThan(0);
  });

  test('is nothing where nobody else holds anything', async () => {
    const { dropped } = await runSource(sending(''), run, 60, true);
    expect(dropped?.inSend).toMatchObject({ kept: { Permit: 0, CnchServerResource: 0 }, bytes: 0 });
  });
});
