import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const readingsPerWindow = 24;
const windowsKept = 4;

/** The average reading of each of the last windows of one gauge. */
class Trend {
  readonly #averages: number[] = [];
  #sum = 0;
  #readings = 0;

  add(value: number): void {
    this.#sum += value;
    this.#readings++;
    if (this.#readings < readingsPerWindow) return;
    this.#averages.push(this.#sum / readingsPerWindow);
    if (this.#averages.length > windowsKept) this.#averages.shift();
    this.#sum = 0;
    this.#readings = 0;
  }

  /** Whether the average rose from each window to the next. */
  get isRising(): boolean {
    if (this.#averages.length < windowsKept) return false;
    return this.#averages.slice(1).every((average, index) => average > this.#averages[index]);
  }
}

/** Rings for a gauge whose average rises in several windows in a row. */
export class Watch implements GaugeWatch {
  readonly #trends = new Map<string, Trend>();

  read(gauge: string, value: number): boolean {
    const trend = this.#trends.get(gauge) ?? new Trend();
    this.#trends.set(gauge, trend);
    trend.add(value);
    return trend.isRising;
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
