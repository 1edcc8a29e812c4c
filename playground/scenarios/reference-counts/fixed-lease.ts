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

/** A logger and how many hold it. */
interface Entry {
  readonly logger: Logger;
  holders: number;
}

/** Loggers by name, each for as long as somebody holds it. */
const loggers = new Map<string, Entry>();

/** One holder's claim on a logger. Giving it back twice is as good as once. */
class LoggerLease {
  readonly #name: string;
  #entry: Entry | undefined;

  constructor(server: Server, name: string) {
    this.#name = name;
    this.#entry = loggers.get(name) ?? { logger: new Logger(server.log.open(name)), holders: 0 };
    this.#entry.holders++;
    loggers.set(name, this.#entry);
  }

  debug(text: string): void {
    this.#entry?.logger.debug(text);
  }

  [Symbol.dispose](): void {
    const entry = this.#entry;
    this.#entry = undefined;
    if (entry === undefined || --entry.holders > 0) return;
    loggers.delete(this.#name);
    entry.logger.close();
  }
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: LoggerLease;
  readonly #server: Server;
  readonly #name: string;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#server = server;
    this.#name = `SessionResource(${transaction})`;
    this.#log = new LoggerLease(server, this.#name);
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
    using log = new LoggerLease(this.#server, this.#name);
    log.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#log[Symbol.dispose]();
  }
}
