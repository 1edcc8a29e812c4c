import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines for the transaction that has borrowed it. */
class PooledLogger {
  readonly #channel: LogChannel;
  #transaction: TransactionId = 0n;

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }

  assign(transaction: TransactionId): void {
    this.#transaction = transaction;
  }

  reset(): void {
    this.#transaction = 0n;
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text, transaction: this.#transaction });
  }

  close(): void {
    this.#channel.close();
  }
}

/** Loggers that nobody uses now, the longest idle first. */
const idle: PooledLogger[] = [];
const maxIdle = 8;

function acquireLogger(server: Server, transaction: TransactionId): PooledLogger {
  const logger = idle.shift() ?? new PooledLogger(server.log.open('ServerResource'));
  logger.assign(transaction);
  return logger;
}

/** Takes a logger back, clean; the longest idle makes room for it. */
function releaseLogger(logger: PooledLogger): void {
  logger.reset();
  idle.push(logger);
  if (idle.length > maxIdle) idle.shift()?.close();
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: PooledLogger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = acquireLogger(server, transaction);
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
    releaseLogger(this.#log);
  }
}
