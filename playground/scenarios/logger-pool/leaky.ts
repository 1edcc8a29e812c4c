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

/** Loggers that nobody uses now, by the transaction that they served. */
const idle = new Map<TransactionId, PooledLogger[]>();

function take(server: Server, transaction: TransactionId): PooledLogger {
  const logger = idle.get(transaction)?.pop() ?? new PooledLogger(server.log.open('ServerResource'));
  logger.transaction = transaction;
  return logger;
}

function giveBack(logger: PooledLogger): void {
  const { transaction } = logger;
  if (transaction === undefined) return;
  const waiting = idle.get(transaction) ?? [];
  waiting.push(logger);
  idle.set(transaction, waiting);
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: PooledLogger;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = take(server, transaction);
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
    giveBack(this.#log);
  }
}
