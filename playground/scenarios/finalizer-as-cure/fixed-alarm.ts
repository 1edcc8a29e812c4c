import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log. */
class Logger {
  readonly #channel: LogChannel;

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text });
  }

  close(): void {
    this.#channel.close();
  }
}

/** An alarm, not a release: it speaks when a resource was collected that nobody had disposed of. */
const forgotten = new FinalizationRegistry<string>((name) => console.warn(`${name} was never disposed of`));

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = new Logger(server.log.open(`SessionResource(${transaction})`));
    forgotten.register(this, `SessionResource(${transaction})`, this);
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
    this.#log.close();
    forgotten.unregister(this);
  }
}
