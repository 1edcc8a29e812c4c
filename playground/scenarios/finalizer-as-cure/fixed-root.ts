import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to the one channel of the server's log, and says which transaction they are about. */
class Logger {
  readonly #channel: LogChannel;
  readonly #transaction: TransactionId;

  constructor(channel: LogChannel, transaction: TransactionId) {
    this.#channel = channel;
    this.#transaction = transaction;
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text, transaction: this.#transaction });
  }
}

/** Open for as long as the server runs, so nobody has to close it. */
let channel: LogChannel | undefined;

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    channel ??= server.log.open('ServerResource');
    this.#log = new Logger(channel, transaction);
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
  }
}
