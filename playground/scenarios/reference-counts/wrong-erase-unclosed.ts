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

/** A logger and how many hold it. */
interface Entry {
  readonly logger: Logger;
  holders: number;
}

/** Loggers by name, each for as long as somebody holds it. */
const loggers = new Map<string, Entry>();

function acquireLogger(server: Server, name: string): Logger {
  const entry = loggers.get(name) ?? { logger: new Logger(server.log.open(name)), holders: 0 };
  loggers.set(name, entry);
  entry.holders++;
  return entry.logger;
}

/** Gives a logger back; the last to do so takes it out. */
function releaseLogger(name: string): void {
  const entry = loggers.get(name);
  if (entry === undefined || --entry.holders > 0) return;
  loggers.delete(name);
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #name: string;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#name = `SessionResource(${transaction})`;
    this.#log = acquireLogger(server, this.#name);
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
    releaseLogger(this.#name);
  }
}
