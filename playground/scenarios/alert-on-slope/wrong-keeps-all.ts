import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const readingsPerWindow = 24;
const windowsCompared = 6;
const readingsCompared = readingsPerWindow * windowsCompared;

/** All readings of one gauge. */
class Trend {
  isSteady = false;
  readonly #readings: number[] = [];

  add(value: number): void {
    this.#readings.push(value);
    if (this.#readings.length % readingsPerWindow > 0 || this.#readings.length < readingsCompared) return;
    this.isSteady = this.#isSteadyNow();
  }

  /** Whether every window rose by a similar amount. A cache that warms up rises less in each. */
  #isSteadyNow(): boolean {
    const compared = this.#readings.slice(-readingsCompared);
    const windows = Array.from({ length: windowsCompared }, (_, at) =>
      compared.slice(at * readingsPerWindow),
    );
    const lows = windows.map((window) => Math.min(...window.slice(0, readingsPerWindow)));
    const rises = lows.slice(1).map((low, index) => low - lows[index]);
    return Math.min(...rises) > Math.max(...rises) / 2;
  }
}

/** Rings for a gauge that rose by a similar amount in each of several windows. */
export class Watch implements GaugeWatch {
  readonly #trends = new Map<string, Trend>();

  read(gauge: string, value: number): boolean {
    const trend = this.#trends.get(gauge) ?? new Trend();
    this.#trends.set(gauge, trend);
    trend.add(value);
    return trend.isSteady;
  }
}

let log: LogChannel | undefined;

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: LogChannel;
  readonly #tables: string[] = [];
  #requested: readonly Worker[] = [];

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = log ??= server.log.open('ServerResource');
  }

  addCreateQuery(table: string): void {
    this.#tables.push(table);
    this.#debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#debug(`addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#debug(`sendResources to ${workers.length} workers`);
    this.#requested = workers;
    for (const worker of workers) worker.send(this.#transaction, this.#tables);
  }

  [Symbol.dispose](): void {
    this.#debug(`dispose: ${this.#tables.length} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
  }

  #debug(text: string): void {
    this.#log.write({ level: 'debug', text, transaction: this.#transaction });
  }
}
