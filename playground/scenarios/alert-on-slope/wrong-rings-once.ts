import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const readingsPerWindow = 24;
const windowsKept = 6;

/** The lowest reading of each of the last windows of one gauge: its level when the server is quiet. */
class Trend {
  readonly #lows: number[] = [];
  #low = Infinity;
  #readings = 0;

  add(value: number): void {
    this.#low = Math.min(this.#low, value);
    this.#readings++;
    if (this.#readings < readingsPerWindow) return;
    this.#lows.push(this.#low);
    if (this.#lows.length > windowsKept) this.#lows.shift();
    this.#low = Infinity;
    this.#readings = 0;
  }

  /** After a ring there is nothing left to ring for again at once. */
  forget(): void {
    this.#lows.length = 0;
  }

  /** Whether every window rose by a similar amount. A cache that warms up rises less in each. */
  get isSteady(): boolean {
    if (this.#lows.length < windowsKept) return false;
    const rises = this.#lows.slice(1).map((low, index) => low - this.#lows[index]);
    return Math.min(...rises) > Math.max(...rises) / 2;
  }
}

/** Rings, once, for a gauge that rose by a similar amount in each of several windows. */
export class Watch implements GaugeWatch {
  readonly #trends = new Map<string, Trend>();

  read(gauge: string, value: number): boolean {
    const trend = this.#trends.get(gauge) ?? new Trend();
    this.#trends.set(gauge, trend);
    trend.add(value);
    const rings = trend.isSteady;
    if (rings) trend.forget();
    return rings;
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
