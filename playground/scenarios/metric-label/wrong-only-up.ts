import type { DataPart, LogChannel, Mutex, Server, ServerResource, TransactionId, Worker } from 'server';

/** One time series: the value of a gauge under one label. */
class Series {
  value = 0;

  add(change: number): void {
    this.value += change;
    if (this.value < 0) throw new RangeError('a gauge went below zero');
  }
}

/** A gauge of the data parts held on the server, with one series for each label. */
class PartsGauge {
  readonly #series = new Map<string, Series>();
  readonly #lock: Mutex;

  constructor(server: Server) {
    this.#lock = server.mutex('metrics');
  }

  /** The sum of all series. */
  get total(): number {
    let total = 0;
    for (const { value } of this.#series.values()) total += value;
    return total;
  }

  add(label: string, change: number): void {
    this.#lock.hold(() => {
      const series = this.#series.get(label) ?? new Series();
      series.add(change);
      this.#series.set(label, series);
    });
  }
}

let gauge: PartsGauge | undefined;
let log: LogChannel | undefined;

/** What the server's monitor reads. */
export const gauges = { heldParts: () => gauge?.total ?? 0 };

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: LogChannel;
  readonly #gauge: PartsGauge;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = log ??= server.log.open('ServerResource');
    this.#gauge = gauge ??= new PartsGauge(server);
  }

  addCreateQuery(table: string): void {
    this.#tables.set(table, []);
    this.#debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#tables.get(table)?.push(...parts);
    this.#gauge.add(`table="${table}"`, parts.length);
    this.#debug(`addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
  }

  #debug(text: string): void {
    this.#log.write({ level: 'debug', text, transaction: this.#transaction });
  }
}
