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

/** Loggers by name, for the whole process. */
const loggers = new Map<string, Logger>();

/** Microseconds under the lock: a search in a sorted map and, for a new name, an allocation. A model. */
function holdTime(name: string): number {
  return 0.05 * Math.log2(loggers.size + 1) + (loggers.has(name) ? 0 : 0.25);
}

/** Finds a logger by its name, or makes it. What it has made it keeps. */
function getLogger(server: Server, name: string): Logger {
  const findOrCreate = (): Logger => {
    let logger = loggers.get(name);
    if (logger === undefined) loggers.set(name, (logger = new Logger(server.log.open(name))));
    return logger;
  };
  return server.mutex('registry').hold(findOrCreate, holdTime(name));
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = getLogger(server, `SessionResource(${transaction})`);
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
