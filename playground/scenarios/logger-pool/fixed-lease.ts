import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines for one transaction after another. */
class PooledLogger {
  readonly #channel: LogChannel;
  transaction: TransactionId | undefined;

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }

  debug(text: string): void {
    const { transaction } = this;
    this.#channel.write({ level: 'debug', text, ...(transaction && { transaction }) });
  }

  close(): void {
    this.#channel.close();
  }
}

/** Loggers that nobody uses now, for whoever comes next. */
const idle: PooledLogger[] = [];
const mostIdle = 8;

/** The right to use a pooled logger for one transaction. It ends once, however often it is given back. */
class Lease {
  #logger: PooledLogger | undefined;

  constructor(server: Server, transaction: TransactionId) {
    this.#logger = idle.pop() ?? new PooledLogger(server.log.open('ServerResource'));
    this.#logger.transaction = transaction;
  }

  debug(text: string): void {
    this.#logger?.debug(text);
  }

  [Symbol.dispose](): void {
    const logger = this.#logger;
    this.#logger = undefined;
    if (logger === undefined) return;
    logger.transaction = undefined;
    if (idle.length < mostIdle) idle.push(logger);
    else logger.close();
  }
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Lease;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = new Lease(server, transaction);
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    this.#log.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    this.#log.debug(`addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#log[Symbol.dispose]();
  }
}
