/** The worker: one measurement at a time, from requests to samples, verdict and checks. The same in a browser and in Node. */

import { measure } from '../measure.ts';
import type { ConsoleLine, LogLine, Sample } from '../record.ts';
import type { FromWorker, InspectRequest, MachineAssets, RunRequest, ToWorker } from '../protocol.ts';
import { findScenario } from '../scenarios/scenarios.ts';
import { warmUp } from './warm-up.ts';

/** Milliseconds between two batches of what a run tells. */
const reportEveryMs = 16;
/** Milliseconds after which a computing program is reported alive. */
const aliveEveryMs = 100;

/** The worker's end of its message channel. */
export interface Port {
  readonly post: (message: FromWorker) => void;
  readonly listen: (onMessage: (message: ToWorker) => void) => void;
}

class Stopped extends Error {}

/** Answers the messages of one page until it is terminated. */
export function serve(port: Port): void {
  let assets: MachineAssets | undefined;
  let stopped = 0;
  let isWanted = false;
  const pause = (runId: number) => async (): Promise<void> => {
    await nextTask();
    if (stopped >= runId) throw new Stopped();
  };
  const start = async (runId: number, request: RunRequest): Promise<void> => {
    const scenario = await findScenario(request.scenario);
    if (assets === undefined || scenario === undefined) throw new Error(`Cannot run ${request.scenario}.`);
    const report = new Report(port, runId, request.workload.transactions);
    const onMeasured = (result: Extract<FromWorker, { type: 'measured' }>['result']): void => {
      report.flush();
      port.post({ type: 'measured', runId, result });
    };
    try {
      const result = await measure({
        assets,
        request,
        scenario,
        listener: report,
        pause: pause(runId),
        onMeasured,
        onTrial: (trial, trials) => {
          port.post({ type: 'checking', runId, trial, trials });
        },
      });
      report.flush();
      port.post({ type: 'finished', runId, result });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      report.flush();
      port.post({ type: 'stopped', runId });
    }
  };
  const inspect = async (runId: number, { request, verdict, question }: InspectRequest): Promise<void> => {
    const [scenario, { answerHeapQuestion }] = await Promise.all([
      findScenario(request.scenario),
      import('./inspect.ts'),
    ]);
    if (assets === undefined || scenario === undefined)
      throw new Error(`Cannot inspect ${request.scenario}.`);
    const { compiled, workload } = request;
    const { settleSeconds } = scenario;
    const listener = { onTick: new Report(port, runId, workload.transactions).onTick };
    const options = { assets, compiled, workload, settleSeconds, verdict, listener, pause: pause(runId) };
    try {
      await answerHeapQuestion(options, question, (answer, isLast) => {
        port.post({ type: 'inspected', runId, answer, isLast });
      });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      port.post({ type: 'stopped', runId });
    }
  };
  /** In a browser nobody hears of a promise that a worker rejects. */
  const tell = (of: { readonly runId?: number }) => (error: unknown) => {
    port.post({ type: 'broken', ...of, message: String(error) });
  };
  port.listen((message) => {
    switch (message.type) {
      case 'prepare':
        assets = message.assets;
        port.post({ type: 'ready' });
        warmUp(assets, async () => {
          await nextTask();
          return !isWanted;
        }).catch(tell({}));
        return;
      case 'platform':
        if (assets !== undefined) assets = { ...assets, guest: { ...assets.guest, ...message.modules } };
        return;
      case 'run':
        isWanted = true;
        start(message.runId, message.request).catch(tell({ runId: message.runId }));
        return;
      case 'inspect':
        isWanted = true;
        inspect(message.runId, message.inspection).catch(tell({ runId: message.runId }));
        return;
      case 'stop':
        stopped = Math.max(stopped, message.runId);
    }
  });
}

/** Collects what a run tells and posts it at most every 16 ms. */
class Report {
  readonly #port: Port;
  readonly #runId: number;
  readonly #transactions: number;
  #samples: Sample[] = [];
  #lines: ConsoleLine[] = [];
  #log: LogLine[] = [];
  #dropped = 0;
  #posted = -Infinity;
  #printed = 0;

  constructor(port: Port, runId: number, transactions: number) {
    this.#port = port;
    this.#runId = runId;
    this.#transactions = transactions;
  }

  readonly onSample = (sample: Sample): void => {
    this.#samples.push(sample);
    this.#flushInTime();
  };

  readonly onConsole = (line: ConsoleLine | 'dropped'): void => {
    if (line === 'dropped') this.#dropped++;
    else this.#lines.push(line);
    // The first lines leave at once: what a program prints before it hangs says where.
    if (this.#printed++ < 100) this.flush();
    else this.#flushInTime();
  };

  readonly onLog = (line: LogLine): void => {
    this.#log.push(line);
  };

  readonly onTick = (): void => {
    if (performance.now() - this.#posted < aliveEveryMs) return;
    this.flush();
    this.#port.post({ type: 'alive', runId: this.#runId });
  };

  flush(): void {
    this.#posted = performance.now();
    const runId = this.#runId;
    if (this.#samples.length > 0) {
      const done = (this.#samples.at(-1)?.transactions ?? 0) / this.#transactions;
      this.#port.post({ type: 'samples', runId, samples: this.#samples, done });
    }
    if (this.#lines.length > 0 || this.#dropped > 0) {
      this.#port.post({ type: 'console', runId, lines: this.#lines, dropped: this.#dropped });
    }
    if (this.#log.length > 0) this.#port.post({ type: 'log', runId, lines: this.#log });
    this.#samples = [];
    this.#lines = [];
    this.#log = [];
    this.#dropped = 0;
  }

  #flushInTime(): void {
    if (performance.now() - this.#posted >= reportEveryMs) this.flush();
  }
}

/** Lets waiting messages in. A message to oneself, since nested timers wait for at least 4 ms in a browser. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
