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

/** A logger and how many resources hold it. */
interface Entry {
  readonly logger: Logger;
  holders: number;
  /** Somebody has it who will never give it back. */
  pinned?: boolean;
}

/** Loggers by name, each for as long as somebody holds it. */
const loggers = new Map<string, Entry>();

/** Microseconds under the lock: a search in a sorted map and, for a new name, an allocation. A model. */
function holdTime(name: string): number {
  return 0.05 * Math.log2(loggers.size + 1) + (loggers.has(name) ? 0 : 0.25);
}

/** Lends a logger; every loan must end in a `releaseLogger`. */
function getShared(server: Server, name: string): Logger {
  const findOrCreate = (): Logger => {
    const entry = loggers.get(name) ?? { logger: new Logger(server.log.open(name)), holders: 0 };
    entry.holders++;
    loggers.set(name, entry);
    return entry.logger;
  };
  return server.mutex('registry').hold(findOrCreate, holdTime(name));
}

/** Ends a loan; the last one takes the entry out, under the same lock. */
function releaseLogger(server: Server, name: string): void {
  const release = (): void => {
    const entry = loggers.get(name);
    if (entry === undefined || --entry.holders > 0 || entry.pinned) return;
    entry.logger.close();
    loggers.delete(name);
  };
  server.mutex('registry').hold(release, holdTime(name));
}

/** The old way: hands out the logger without a count, so its entry can never go. */
function getRaw(name: string): Logger | undefined {
  const entry = loggers.get(name);
  if (entry !== undefined) entry.pinned = true;
  return entry?.logger;
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #server: Server;
  readonly #log: Logger;
  readonly #name: string;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#server = server;
    this.#transaction = transaction;
    this.#name = `SessionResource(${transaction})`;
    this.#log = getShared(server, this.#name);
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
    getRaw(this.#name)?.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    releaseLogger(this.#server, this.#name);
  }
}
