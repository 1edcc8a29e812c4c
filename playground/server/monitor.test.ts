/** A program's watch is given the server's own gauges, and what it says of each is noted, on the real machine. */

import { describe, expect, it } from 'vitest';
import { programWith, runSource } from '../run-for-tests.ts';

const names = ['cachedParts', 'cachedMarks', 'pooledBuffers', 'openSessions', 'loggers'];
const watching = (read: string): string =>
  programWith({ top: `export class Watch { #n = 0; read(gauge: string, value: number): any { ${read} } }` });
const telling = watching('console.log(gauge, value); return false;');

/** What the watch was given, by gauge. */
async function valuesGiven(seed: number, transactions = 790): Promise<Record<string, readonly number[]>> {
  const { console } = await runSource(telling, { seed, transactions });
  const given = console.map(({ text }) => text.split(' '));
  return Object.fromEntries(
    names.map((name) => [name, given.filter(([gauge]) => gauge === name).map(([, value]) => Number(value))]),
  );
}

const growth = (values: readonly number[] = []): number => (values.at(-1) ?? 0) - (values[0] ?? 0);

describe('the watch of a program', () => {
  it('is given every gauge in turn, after every four transactions', async () => {
    const { console, alerts } = await runSource(telling, { transactions: 203 });
    expect(console.map(({ text }) => text.split(' ')[0])).toEqual(Array(50).fill(names).flat());
    expect(alerts.map(({ gauge, readings, rings }) => [gauge, readings, rings])).toEqual(
      names.map((name) => [name, 50, 0]),
    );
  });

  it('sees caches that slow down, one of them flushed, and a leak of one object in each transaction', async () => {
    const { cachedParts = [], cachedMarks = [], loggers = [] } = await valuesGiven(7);
    expect(loggers).toHaveLength(197);
    expect(growth(loggers)).toBeCloseTo(4 * 196, -1);
    expect(growth(cachedParts.slice(0, 49))).toBeGreaterThan(3_000);
    expect(growth(cachedParts.slice(98))).toBeLessThan(20);
    expect(cachedMarks[98]).toBeLessThan(20);
    expect(Math.min(...cachedParts.slice(49))).toBeGreaterThan(Math.max(...loggers));
  });

  it('cannot know the leak by its name: the seed says which gauge leaks', async () => {
    const [odd, even] = await Promise.all([valuesGiven(7), valuesGiven(8)]);
    expect(growth(even['loggers'])).toBeLessThan(10);
    expect(growth(even['pooledBuffers']?.slice(10))).toBeGreaterThan(700);
    expect(growth(odd['pooledBuffers']?.slice(10))).toBeLessThan(10);
    const leaking = async (seed: number): Promise<unknown> =>
      (await runSource(telling, { seed })).alerts.find(({ leaks }) => leaks)?.gauge;
    expect([await leaking(7), await leaking(8)]).toEqual(['loggers', 'pooledBuffers']);
  });

  it('is told to have rung as often as it said so, and when it first did', async () => {
    const source = watching(
      "if (gauge === 'loggers') this.#n++; return gauge === 'loggers' && this.#n > 10;",
    );
    const { alerts } = await runSource(source);
    expect(alerts.filter(({ rings }) => rings > 0)).toEqual([
      { gauge: 'loggers', leaks: true, readings: 50, rings: 40, firstRing: 44 },
    ]);
  });

  it('does not ring by a promise, or by another value that is not true', async () => {
    for (const value of ['1', "'yes'", 'Promise.resolve(true)']) {
      const { alerts } = await runSource(watching(`return ${value};`));
      expect(alerts.map(({ rings }) => rings)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('changes nothing for the transactions, and is given the same however many samples are taken', async () => {
    const workload = { transactions: 1_000, concurrency: 16, failureRate: 0.2, sharedIdRate: 0.1 };
    const seen = async (source: string, samples: number): Promise<unknown> => {
      const run = await runSource(source, { ...workload, samples });
      return [run.log, run.checkpoints.map(({ failed }) => failed), run.work.sinkCalls];
    };
    expect(await seen(telling, 10)).toEqual(await seen(programWith({}), 10));
    const alerts = async (samples: number): Promise<unknown> =>
      (await runSource(watching('return value > 1000;'), { ...workload, samples })).alerts;
    expect(await alerts(1_000)).toEqual(await alerts(10));
  });

  it('leaves no record where there is none', async () => {
    expect((await runSource(programWith({}))).alerts).toEqual([]);
  });
});
