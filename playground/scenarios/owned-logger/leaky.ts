import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines about one transaction. It belongs to the resource that made it. */
class VirtualLogger {
  /** Loggers whose owners have ended, kept for reuse. */
  static readonly #spare: VirtualLogger[] = [];

  readonly #channel: LogChannel;
  readonly #transaction: TransactionId;

  constructor(channel: LogChannel, transaction: TransactionId) {
    this.#channel = channel;
    this.#transaction = transaction;
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text, transaction: this.#transaction });
  }

  retire(): void {
    VirtualLogger.#spare.push(this);
  }
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: VirtualLogger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = new VirtualLogger(server.log.open('ServerResource'), transaction);
  }

  addCreateQuery(table: string): void {
    this.#tables.set(table, []);
    this.#log.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#tables.get(table)?.push(...parts);
    this.#log.debug(`addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#log.retire();
  }
}
