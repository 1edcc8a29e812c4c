/** The owner's side of a worker: it streams, it stops whatever goes on, and it survives a worker's end. */

import { afterEach, describe, expect, test } from 'vitest';
import { createClient, type Client, type RunEvent, type WorkerPort } from './client.ts';
import { createCompiler } from '../node/compiler.ts';
import { readAssets } from '../node/assets.ts';
import { createNodeClient, spawnNodeWorker } from '../node/client.ts';
import type { RunRequest } from '../protocol.ts';
import { programWith } from '../testing/run-for-tests.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';

const compiler = createCompiler();
const clients: Client[] = [];

function use(client: Client): Client {
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function request(source: string, transactions = 1000): RunRequest {
  const { compiled } = compiler.compile(source);
  if (compiled === undefined) throw new Error('does not compile');
  const workload = { ...scenario.workload, transactions, samples: 20 };
  return { scenario: scenario.id, program: 'mine', compiled, diagnostics: [], workload, checks: false };
}

/** All events of a run; `onEvent` may act on them, `start` gets what stops it. */
function play(
  client: Client,
  asked: RunRequest,
  onEvent: (event: RunEvent, stop: () => void) => void = () => undefined,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  return new Promise((resolve) => {
    const run = client.run(asked, (event) => {
      events.push(event);
      onEvent(event, () => {
        run.stop();
      });
      if (['finished', 'stopped', 'lost'].includes(event.type)) resolve(events);
    });
  });
}

const types = (events: readonly RunEvent[]): string[] => events.map(({ type }) => type);

describe('a client', () => {
  test('streams samples, then the verdict, then the end', async () => {
    const events = await play(use(createNodeClient()), request(programWith({})));
    const samples = events.flatMap((event) => (event.type === 'samples' ? event.samples : []));
    expect(samples).toHaveLength(20);
    expect(types(events).slice(-2)).toEqual(['measured', 'finished']);
    expect(events.at(-1)).toMatchObject({ result: { samples } });
  });

  test('stops a run half way and keeps what was streamed', async () => {
    const events = await play(use(createNodeClient()), request(programWith({}), 1_000_000), (event, stop) => {
      if (event.type === 'samples') stop();
    });
    expect(types(events)).toContain('samples');
    expect(types(events).at(-1)).toBe('stopped');
  });

  test('stops a program that hangs in native code, and the next run is right', async () => {
    const construct = 'new Array(2 ** 32 - 1).reverse();';
    const client = use(createNodeClient());
    await client.warm();
    const events = await play(
      client,
      request(`console.log('begun');\n${programWith({ construct })}`),
      (event, stop) => {
        if (event.type === 'console') stop();
      },
    );
    expect(types(events)).toEqual(['console', 'stopped']);
    expect(types(await play(client, request(programWith({})))).at(-1)).toBe('finished');
  });

  test('stops a run that has not begun', async () => {
    const client = use(createNodeClient());
    const events = await new Promise<RunEvent>((resolve) => {
      client.run(request(programWith({})), resolve).stop();
    });
    expect(events.type).toBe('stopped');
  });

  test('ends the run before when a new one begins', async () => {
    const client = use(createNodeClient());
    const first = play(client, request(programWith({}), 1_000_000));
    const second = play(client, request(programWith({})));
    expect(types(await first).at(-1)).toBe('stopped');
    expect(types(await second).at(-1)).toBe('finished');
  });

  test('tells of a worker that dies, and the next run is right', async () => {
    const workers: WorkerPort[] = [];
    const spawn = (): WorkerPort => {
      const port = spawnNodeWorker();
      workers.push(port);
      return port;
    };
    const client = use(createClient(spawn, readAssets));
    const events = await play(client, request(programWith({}), 1_000_000), (event) => {
      if (event.type === 'samples') workers[0]?.terminate(); // Not the client: to it the thread ends by itself.
    });
    expect(events.at(-1)).toMatchObject({
      type: 'lost',
      failure: { kind: 'broken', what: { type: 'worker died', death: { type: 'exit', code: 1 } } },
    });
    expect(types(await play(client, request(programWith({})))).at(-1)).toBe('finished');
  });

  test('leaves no worker behind when it is disposed of in the middle of a run', async () => {
    let alive = 0;
    const spawn = (): WorkerPort => {
      const port = spawnNodeWorker();
      alive++;
      return {
        ...port,
        terminate: () => {
          alive--;
          port.terminate();
        },
      };
    };
    const client = createClient(spawn, readAssets);
    const construct = 'new Array(2 ** 32 - 1).reverse();';
    const hanging = request(`console.log('begun');\n${programWith({ construct })}`);
    const events = await play(client, hanging, (event) => {
      if (event.type === 'console') client.dispose();
    });
    expect(types(events).at(-1)).toBe('stopped');
    expect(alive).toBe(0);
  });

  test('says before each trial of the checks which it is', async () => {
    const events = await play(use(createNodeClient()), { ...request(programWith({})), checks: true });
    const told = types(events);
    const checking = events.filter((event) => event.type === 'checking');
    const [planned = 0] = checking.map(({ trials }) => trials);
    // A program that is refused early need not stand them all.
    expect(checking.length).toBeGreaterThan(0);
    expect(checking.length).toBeLessThanOrEqual(planned);
    for (const [index, { trial, trials }] of checking.entries()) {
      expect({ trial, trials }).toEqual({ trial: index + 1, trials: planned });
    }
    expect(told.indexOf('checking')).toBeGreaterThan(told.indexOf('measured'));
  });
});
