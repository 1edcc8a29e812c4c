/** A program's watch is given the server's own gauges, and what it says of each is noted, on the real machine. */

import { describe, expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';
import { gaugeNames } from '../guest/server-gauges.ts';

const names: readonly string[] = gaugeNames;
const watching = (read: string): string =>
  programWith({ top: `export class Watch { #n = 0; read(gauge: string, value: number): any { ${read} } }` });
const telling = watching('console.log(gauge, value); return false;');
const all = watching('return true;');

describe('the watch of a program', () => {
  test('is given every gauge in turn, after every four transactions', async () => {
    const { console, alerts } = await runSource(telling, { transactions: 203 });
    expect(console.map(({ text }) => text.split(' ')[0])).toEqual(Array(50).fill(names).flat());
    expect(alerts.map(({ gauge, readings, rings }) => [gauge, readings, rings])).toEqual(
      names.map((name) => [name, 50, 0]),
    );
  });

  test('sees the same gauges in equal runs, and others with another seed or another program', async () => {
    const seen = async (source: string, seed: number): Promise<unknown> =>
      (await runSource(source, { seed })).console.map(({ text }) => text);
    expect(await seen(telling, 7)).toEqual(await seen(telling, 7));
    expect(await seen(telling, 8)).not.toEqual(await seen(telling, 7));
    expect(await seen(`${telling} const unused = 1;`, 7)).not.toEqual(await seen(telling, 7));
  });

  test('is told apart by when it rings: before a leak, in it, or for a gauge that never leaks', async () => {
    const { alerts } = await runSource(all, { transactions: 8_000 });
    expect(alerts.map(({ leaks }) => leaks)).toEqual([true, true, true, true, true]);
    expect(alerts.filter(({ leaksAfter }) => leaksAfter > 0).length).toBeGreaterThanOrEqual(4);
    for (const alert of alerts) {
      const healthy = alert.leaksAfter / 4;
      expect(alert).toMatchObject({ readings: 2_000, rings: 2_000, firstRing: 4 });
      expect(alert).toMatchObject({ healthyReadings: healthy, falseRings: healthy });
      expect(alert).toMatchObject({
        noticedAfter: alert.leaksAfter + 4,
        laterReadings: 1_999 - healthy,
        lapses: 0,
      });
    }
  });

  test('is told to have rung as often as it said so, when it first did, and for how long it was silent after that', async () => {
    const once = watching(
      "if (gauge === 'loggers') this.#n++; return gauge === 'loggers' && this.#n % 1000 === 999;",
    );
    const { alerts } = await runSource(once, { transactions: 8_000 });
    const loggers = alerts.find(({ gauge }) => gauge === 'loggers');
    expect(loggers).toMatchObject({ rings: 2, firstRing: 3_996 });
    expect(loggers!.lapses).toBe(loggers!.laterReadings - (loggers!.noticedAfter === 3_996 ? 1 : 0));
    expect(alerts.filter(({ rings }) => rings > 0)).toEqual([loggers]);
  });

  test('does not ring by a promise, or by another value that is not true', async () => {
    for (const value of ['1', "'yes'", 'Promise.resolve(true)']) {
      const { alerts } = await runSource(watching(`return ${value};`));
      expect(alerts.map(({ rings }) => rings)).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test('changes nothing for the transactions, and is given the same however many samples are taken', async () => {
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

  test('leaves no record where there is none', async () => {
    expect((await runSource(programWith({}))).alerts).toEqual([]);
  });
});
