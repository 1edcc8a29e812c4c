import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const firstWindow = 8;

/** The growth of one gauge over windows of which each is twice as long as the one before. */
class Trend {
  #window = firstWindow;
  #readings = 0;
  #low = Infinity;
  #lowBefore = -Infinity;
  #rise = 0;
  #doublings = 0;

  add(value: number): void {
    this.#low = Math.min(this.#low, value);
    this.#readings++;
    if (this.#readings < this.#window) return;
    const rise = this.#low - this.#lowBefore;
    const doubled = this.#rise > 0 && rise > 1.5 * this.#rise;
    this.#doublings = doubled ? this.#doublings + 1 : 0;
    this.#rise = rise;
    this.#lowBefore = this.#low;
    this.#low = Infinity;
    this.#readings = 0;
    this.#window *= 2;
  }

  /** Whether the gauge has lost what it had gained, as a cache that is flushed. */
  isUndoneBy(value: number): boolean {
    return value < this.#lowBefore;
  }

  /** Whether it grew twice as much in twice the time, and again. */
  get isSteady(): boolean {
    return this.#doublings >= 2;
  }
}

/** Rings for a gauge that grows as fast in long windows as in short ones. */
export class Watch implements GaugeWatch {
  readonly #trends = new Map<string, Trend>();

  read(gauge: string, value: number): boolean {
    let trend = this.#trends.get(gauge);
    if (trend === undefined || trend.isUndoneBy(value)) this.#trends.set(gauge, (trend = new Trend()));
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
