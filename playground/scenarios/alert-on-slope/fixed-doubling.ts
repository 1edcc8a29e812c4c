import type { DataPart, GaugeWatch, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

const windows = 4;
const firstWindow = 8;
/** From one window to the next the rise doubles where nothing slows down. Noise takes some of that away. */
const leastGrowth = 1.25;
/** A last rise below it may be noise, and so may a first one below an eighth of it. */
const leastRise = 55;

/** The growth of one gauge over four windows of which each is twice as long as the one before; then over the next four. */
class Trend {
  isSteady = false;
  #window = firstWindow;
  #readings = 0;
  #low = Infinity;
  readonly #lows: number[] = [];

  add(value: number): void {
    this.#low = Math.min(this.#low, value);
    this.#readings++;
    if (this.#readings < this.#window) return;
    this.#lows.push(this.#low);
    this.#low = Infinity;
    this.#readings = 0;
    this.#window *= 2;
    if (this.#lows.length === windows) this.#decide();
  }

  /** It is steady if it grew about twice as much in twice the time, and again. */
  #decide(): void {
    const [first, second, third] = this.#lows.slice(1).map((low, index) => low - this.#lows[index]);
    this.isSteady =
      first > leastRise / 8 &&
      second > leastGrowth * first &&
      third > leastGrowth * second &&
      third > leastRise;
    this.#lows.length = 0;
    this.#window = firstWindow;
  }
}

/** Rings for a gauge that grows as fast in long windows as in short ones. */
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
