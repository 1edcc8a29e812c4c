/** A machine that cannot be had is said to be, is never taken for the program, and is tried anew with each run. */

import { afterEach, expect, test } from 'vitest';
import { createClient, type Client, type RunEvent, type WorkerPort } from './client.ts';
import { createCompiler } from '../node/compiler.ts';
import { LoadingError } from './loading.ts';
import { readAssets } from '../node/assets.ts';
import { spawnNodeWorker } from '../node/client.ts';
import type { LoadingFault } from '../record.ts';
import type { MachineAssets, RunRequest } from '../protocol.ts';
import { programWith } from '../testing/run-for-tests.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';

const { compiled } = createCompiler().compile(programWith({}));
const clients: Client[] = [];

function clientOf(...parts: Parameters<typeof createClient>): Client {
  const client = createClient(...parts);
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

/** All events of a run of a right program. */
function play(client: Client, change: Partial<RunRequest> = {}): Promise<RunEvent[]> {
  if (compiled === undefined) throw new Error('does not compile');
  const events: RunEvent[] = [];
  const workload = { ...scenario.workload, transactions: 1000, samples: 20 };
  const request = {
    scenario: scenario.id,
    program: 'mine',
    compiled,
    diagnostics: [],
    workload,
    checks: false,
  };
  return new Promise((resolve) => {
    client.run({ ...request, ...change }, (event) => {
      events.push(event);
      if (['finished', 'stopped', 'lost'].includes(event.type)) resolve(events);
    });
  });
}

const end = async (events: Promise<RunEvent[]>): Promise<RunEvent | undefined> => (await events).at(-1);
const unreachable = (fault: LoadingFault): object => ({
  type: 'lost',
  failure: { kind: 'unreachable', fault },
});

/** A network that is down until it is told otherwise. */
function network(): { isUp: boolean; asked: number; readonly load: () => Promise<MachineAssets> } {
  const state = {
    isUp: false,
    asked: 0,
    load: () => {
      state.asked++;
      return state.isUp
        ? readAssets()
        : Promise.reject(new LoadingError('connection', { type: 'error', text: 'down' }));
    },
  };
  return state;
}

test('says which way the machine was kept away, and the next run works once the network is back', async () => {
  const net = network();
  const client = clientOf(spawnNodeWorker, net.load);
  expect(await end(play(client))).toMatchObject(unreachable('connection'));
  expect(await end(play(client))).toMatchObject(unreachable('connection'));
  net.isUp = true;
  expect(await end(play(client))).toMatchObject({ type: 'finished' });
});

test('does not go on asking while nobody runs anything', async () => {
  const net = network();
  const client = clientOf(spawnNodeWorker, net.load);
  await play(client);
  const asked = net.asked;
  await new Promise((resolve) => setImmediate(resolve));
  expect(net.asked).toBe(asked);
});

test('runs at once after the page had warmed up without a network', async () => {
  const net = network();
  const client = clientOf(spawnNodeWorker, net.load);
  await expect(client.warm()).rejects.toThrow('down');
  net.isUp = true;
  expect(await end(play(client))).toMatchObject({ type: 'finished' });
});

test('runs at once though what was asked for before the run fails only after it was asked for', async () => {
  let failFirst: (error: Error) => void = () => undefined;
  let attempts = 0;
  const load = (): Promise<MachineAssets> =>
    attempts++ === 0 ? new Promise((_, reject) => (failFirst = reject)) : readAssets();
  const client = clientOf(spawnNodeWorker, load);
  client.warm().catch(() => undefined);
  const run = play(client);
  failFirst(new LoadingError('connection', { type: 'error', text: 'a request that hung' }));
  expect(await end(run)).toMatchObject({ type: 'finished' });
});

test.each(['cannot be made', 'dies before it is ready'])('replaces a worker that %s', async (how) => {
  let spawned = 0;
  const spawn = (): WorkerPort => {
    if (spawned++ > 0) return spawnNodeWorker();
    if (how === 'cannot be made') throw new Error('forbidden');
    return {
      post: () => undefined,
      terminate: () => undefined,
      listen: (_, onDeath) => {
        onDeath({ type: 'error', text: 'no script' });
      },
    };
  };
  const client = clientOf(spawn, readAssets);
  expect(await end(play(client))).toMatchObject(unreachable('worker'));
  expect(await end(play(client))).toMatchObject({ type: 'finished' });
});

test('takes the fault from a worker that knows why it cannot begin', async () => {
  const spawn = (): WorkerPort => ({
    post: () => undefined,
    terminate: () => undefined,
    listen: (_, onDeath) => {
      onDeath({ type: 'error', text: 'its script answers 404' }, 'outdated');
    },
  });
  expect(await end(play(clientOf(spawn, readAssets)))).toMatchObject(unreachable('outdated'));
});

test('fails, and works the next time, when the modules of the platform cannot be had', async () => {
  let attempts = 0;
  const loadPlatform = (): Promise<Record<string, string>> =>
    attempts++ === 0
      ? Promise.reject(new LoadingError('answer', { type: 'error', text: 'HTML' }))
      : Promise.resolve({});
  const client = clientOf(spawnNodeWorker, readAssets, loadPlatform);
  if (compiled === undefined) throw new Error('does not compile');
  const asking = { compiled: { ...compiled, platform: ['events'] as const } };
  expect(await end(play(client, asking))).toMatchObject(unreachable('answer'));
  expect(await end(play(client, asking))).toMatchObject({ type: 'finished' });
});

test('tells that the machine is on its way, and not once it is there', async () => {
  const client = clientOf(spawnNodeWorker, readAssets);
  const loading = (events: readonly RunEvent[]): boolean[] =>
    events.flatMap((event) => (event.type === 'loading' ? [event.going] : []));
  expect(loading(await play(client))).toEqual([true, false]);
  expect(loading(await play(client))).toEqual([]);
});

test('calls an error of the machine its own, at once, and replaces the worker', async () => {
  let attempts = 0;
  const load = async (): Promise<MachineAssets> => {
    const assets = await readAssets();
    return attempts++ === 0 ? { ...assets, guest: { 'guest/main.ts': 'nothing();' } } : assets;
  };
  const client = clientOf(spawnNodeWorker, load);
  expect(await end(play(client))).toMatchObject({ type: 'lost', failure: { kind: 'broken' } });
  expect(await end(play(client, { scenario: 'no such scenario' }))).toMatchObject({
    type: 'lost',
    failure: { kind: 'broken', what: { type: 'broken', text: expect.stringContaining('no such scenario') } },
  });
});
