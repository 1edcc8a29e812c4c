import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log. Whoever opens it must close it. */
class Logger {
  readonly #channel: LogChannel;

  constructor(channel: LogChannel) {
    this.#channel = channel;
    open.add(this);
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text });
  }

  close(): void {
    open.delete(this);
    this.#channel.close();
  }
}

/** Every logger that is in use, so that an operator can list them. */
const open = new Set<Logger>();

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #server: Server;
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#server = server;
    this.#transaction = transaction;
    this.#log = new Logger(server.log.open(`SessionResource(${transaction})`));
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    this.#log.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    this.#log.debug(`addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    const sender = new Logger(this.#server.log.open(`Sender(${this.#transaction})`));
    sender.close();
    sender.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#log.close();
  }
}
