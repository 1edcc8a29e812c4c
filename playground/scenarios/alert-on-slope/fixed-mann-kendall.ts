import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const readingsPerWindow = 16;
const windowsKept = 12;
/** Of the 66 pairs that twelve windows make. */
const leastRising = 60;

/** The lowest reading of each of the last windows of one gauge: its level when the server is quiet. */
class Trend {
  isSteady = false;
  readonly #lows: number[] = [];
  #low = Infinity;
  #readings = 0;

  add(value: number): void {
    this.#low = Math.min(this.#low, value);
    this.#readings++;
    if (this.#readings < readingsPerWindow) return;
    this.#lows.push(this.#low);
    if (this.#lows.length > windowsKept) this.#lows.shift();
    this.isSteady = this.#rises() && !this.#slowsDown();
    this.#low = Infinity;
    this.#readings = 0;
  }

  /** Whether nearly every window is higher than each one before it, as no noise is (Mann and Kendall's test). */
  #rises(): boolean {
    const below = this.#lows.map((low, index) => this.#lows.slice(0, index).filter((each) => each < low));
    return below.flat().length >= leastRising;
  }

  /** Whether the newer half rose by less than half of what the older did, as a cache does that warms up. */
  #slowsDown(): boolean {
    const middle = windowsKept / 2;
    const older = this.#lows[middle] - this.#lows[0];
    const newer = this.#lows[windowsKept - 1] - this.#lows[middle];
    return newer < older / 2;
  }
}

/** Rings for a gauge whose windows rise as no noise does, as fast at the end as at the beginning. */
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
