/** How a run goes from stage to stage, each way out of each; a worker's side is said line by line. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkerDeath } from './failure-detail.ts';
import type { FromWorker, GuestModules, RunRequest, ToWorker } from '../protocol.ts';
import { emptyResult } from '../node/empty-result.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';
import { WorkerHandle } from './worker-handle.ts';
import { StartedRun, type Outcome, type RunEvent } from './started-run.ts';

const request: RunRequest = {
  scenario: 'any',
  program: 'mine',
  compiled: { code: '', map: '', sites: [] },
  diagnostics: [],
  workload: usualWorkload,
  checks: false,
};
const failure = { kind: 'runtime', what: { type: 'no class' } } as const;
const failed = emptyResult({ ...request, failure, sites: [] });
const { failure: _, ...right } = failed;

/** A worker that says what it is told to say. */
class Said {
  readonly posted: ToWorker['type'][] = [];
  isEnded = false;
  say: (message: FromWorker) => void = () => undefined;
  die: (death: WorkerDeath) => void = () => undefined;
  readonly handle: WorkerHandle;

  constructor() {
    this.handle = new WorkerHandle(
      {
        post: ({ type }) => void this.posted.push(type),
        terminate: () => (this.isEnded = true),
        listen: (onMessage, onDeath) => {
          this.say = onMessage;
          this.die = onDeath;
        },
      },
      Promise.resolve({ wasm: {}, guest: {} }),
    );
  }
}

/** A run with its worker, and what came out of it. */
function start(platform?: Promise<GuestModules>, isSpare = true) {
  const workers = [new Said()];
  const [worker] = workers as [Said];
  const events: RunEvent[] = [];
  const outcomes: Outcome[] = [];
  const run = new StartedRun({
    runId: 1,
    ask: { type: 'run', request },
    spare: isSpare ? worker.handle : undefined,
    hire: () => {
      if (!isSpare && workers.length === 1 && outcomes.length === 0) return worker.handle;
      const next = new Said();
      workers.push(next);
      return next.handle;
    },
    platform: () => platform,
    onEvent: (event) => void events.push(event),
    onEnd: (_hand, outcome) => void outcomes.push(outcome),
  });
  const told = (): string[] => events.map(({ type }) => type).filter((type) => type !== 'loading');
  return { run, worker, workers, events, outcomes, told };
}

/** A run whose worker plays it. */
async function running() {
  const started = start();
  started.worker.say({ type: 'ready' });
  await vi.advanceTimersByTimeAsync(0);
  expect(started.worker.posted).toEqual(['prepare', 'run']);
  return started;
}

/** A run whose worker was told to stop. */
async function stopping() {
  const started = await running();
  started.run.stop();
  expect(started.worker.posted.at(-1)).toBe('stop');
  return started;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('preparing → running once the worker and the platform’s modules are there, which it is given first', async () => {
  const { worker, events } = start(Promise.resolve({ module: 'code' }));
  await vi.advanceTimersByTimeAsync(0);
  expect(worker.posted).toEqual(['prepare']);
  worker.say({ type: 'ready' });
  await vi.advanceTimersByTimeAsync(0);
  expect(worker.posted).toEqual(['prepare', 'platform', 'run']);
  expect(events).toEqual([
    { type: 'loading', runId: 1, going: true },
    { type: 'loading', runId: 1, going: false },
  ]);
});

test('preparing → preparing with another worker, where the one at hand cannot begin', async () => {
  const { worker, workers, told } = start();
  worker.die({ type: 'error', text: 'too early' });
  await vi.advanceTimersByTimeAsync(0);
  expect([worker.isEnded, workers.length]).toEqual([true, 2]);
  workers[1]?.say({ type: 'ready' });
  await vi.advanceTimersByTimeAsync(0);
  expect(workers[1]?.posted).toEqual(['prepare', 'run']);
  expect(told()).toEqual([]);
});

test('preparing → ended when nothing can be loaded', async () => {
  const { worker, events, outcomes } = start(undefined, false);
  worker.die({ type: 'error', text: 'no script' });
  await vi.advanceTimersByTimeAsync(0);
  expect(outcomes).toEqual(['unloadable']);
  expect(events.at(-1)).toMatchObject({ type: 'lost', failure: { kind: 'unreachable' } });
});

test('preparing → ended by a stop, after which it does not begin', async () => {
  const { run, worker, told, outcomes } = start();
  run.stop();
  expect([told(), outcomes]).toEqual([['stopped'], ['reusable']]);
  worker.say({ type: 'ready' });
  await vi.advanceTimersByTimeAsync(0);
  expect(worker.posted).toEqual(['prepare']);
});

test('running → running with each message, however long that goes on', async () => {
  const { worker, told } = await running();
  for (let time = 0; time < 10; time++) {
    await vi.advanceTimersByTimeAsync(2000);
    worker.say(time % 2 ? { type: 'alive', runId: 1 } : { type: 'log', runId: 1, lines: [] });
  }
  worker.say({ type: 'log', runId: 2, lines: [] });
  expect(told()).toEqual(['log', 'log', 'log', 'log', 'log']);
});

test.each([
  ['a result', { type: 'finished', runId: 1, result: right }, 'finished', 'reusable'],
  ['the program’s failure', { type: 'finished', runId: 1, result: failed }, 'finished', 'spent'],
  ['an error of the machine’s', { type: 'broken', runId: 1, message: 'ours' }, 'lost', 'spent'],
] as const)('running → ended by %s', async (_name, message, type, outcome) => {
  const { worker, told, outcomes } = await running();
  worker.say(message);
  worker.die({ type: 'error', text: 'too late' });
  expect([told(), outcomes]).toEqual([[type], [outcome]]);
});

test('running → ended by the worker’s death', async () => {
  const { worker, events, outcomes } = await running();
  worker.die({ type: 'error', text: 'killed' });
  expect(events.at(-1)).toMatchObject({ type: 'lost', failure: { kind: 'broken' } });
  expect(outcomes).toEqual(['spent']);
});

test('running → ended by silence', async () => {
  const { events, outcomes } = await running();
  await vi.advanceTimersByTimeAsync(2900);
  expect(outcomes).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(events.at(-1)).toMatchObject({ type: 'lost', failure: { kind: 'unresponsive' } });
  expect(outcomes).toEqual(['spent']);
});

test('stopping → ended by the worker’s answer, what came before it included', async () => {
  const { run, worker, told, outcomes } = await stopping();
  run.stop();
  worker.say({ type: 'samples', runId: 1, samples: [], done: 0 });
  worker.say({ type: 'stopped', runId: 1 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([told(), outcomes]).toEqual([['samples', 'stopped'], ['reusable']]);
  expect(worker.posted.filter((type) => type === 'stop')).toHaveLength(1);
});

test('stopping → ended by a result that was on its way', async () => {
  const { worker, told } = await stopping();
  worker.say({ type: 'finished', runId: 1, result: right });
  expect(told()).toEqual(['finished']);
});

test('stopping → ended without an answer', async () => {
  const { worker, told, outcomes } = await stopping();
  worker.say({ type: 'alive', runId: 1 });
  await vi.advanceTimersByTimeAsync(200);
  expect([told(), outcomes]).toEqual([['stopped'], ['spent']]);
});

test('ended for good: nothing more is told, and no stop is passed on', async () => {
  const { run, worker, told } = await running();
  worker.say({ type: 'finished', runId: 1, result: right });
  run.stop();
  worker.say({ type: 'log', runId: 1, lines: [] });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told()).toEqual(['finished']);
  expect(worker.posted).toEqual(['prepare', 'run']);
});
