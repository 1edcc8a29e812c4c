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
}

/** Loggers by name. */
const loggers = new Map<string, Logger>();

function getLogger(server: Server, name: string): Logger {
  let logger = loggers.get(name);
  if (logger === undefined) loggers.set(name, (logger = new Logger(server.log.open(name))));
  return logger;
}

/** Where the rows of one column of a data part begin. */
class CachedPart {
  readonly marks = new Uint8Array(256);
}

/** What has been read before, by data part and column. */
const cache = new Map<string, CachedPart>();

function readPart(part: DataPart): CachedPart {
  const key = `${part.name}/column_${Math.floor(Math.random() * 64)}`;
  let cached = cache.get(key);
  if (cached === undefined) cache.set(key, (cached = new CachedPart()));
  return cached;
}

/** Room for one transaction's message to the workers. */
class PooledBuffer {
  readonly bytes = new Uint8Array(4096);
}

/** Buffers that nobody uses now. */
const pool: PooledBuffer[] = [];

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #buffer = pool.pop() ?? new PooledBuffer();
  readonly #tables: string[] = [];
  #requested: readonly Worker[] = [];

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = getLogger(server, `${transaction}`);
  }

  addCreateQuery(table: string): void {
    this.#tables.push(table);
    this.#log.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    for (const part of parts) this.#buffer.bytes.set(readPart(part).marks);
    this.#log.debug(`addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log.debug(`sendResources to ${workers.length} workers`);
    this.#requested = workers;
    for (const worker of workers) worker.send(this.#transaction, this.#tables);
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose: ${this.#requested.length} workers`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    pool.push(this.#buffer);
  }
}
