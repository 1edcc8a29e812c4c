import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log, and may hold other loggers for as long as it is open. */
class Logger {
  readonly #channel: LogChannel;
  readonly #held: string[] = [];

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }

  debug(text: string): void {
    this.#channel.write({ level: 'debug', text });
  }

  hold(server: Server, name: string): Logger {
    this.#held.push(name);
    return acquireLogger(server, name);
  }

  close(): void {
    for (const name of this.#held) releaseLogger(name);
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

function acquireLogger(server: Server, name: string): Logger {
  const entry = loggers.get(name) ?? { logger: new Logger(server.log.open(name)), holders: 0 };
  loggers.set(name, entry);
  entry.holders++;
  return entry.logger;
}

/** Gives a logger back; the last to do so closes it and takes it out. */
function releaseLogger(name: string): void {
  const entry = loggers.get(name);
  if (entry === undefined || --entry.holders > 0) return;
  loggers.delete(name);
  entry.logger.close();
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #server: Server;
  readonly #name: string;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#server = server;
    this.#name = `SessionResource(${transaction})`;
    this.#log = acquireLogger(server, this.#name);
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    this.#log.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    this.#log.debug(`addDataParts ${table}`);
  }

  /** The logger holds the one for sending, to close it at its end; that one holds the logger that it is part of. */
  sendResources(workers: readonly Worker[]): void {
    const sender = this.#log.hold(this.#server, `Sender(${this.#transaction})`);
    sender.hold(this.#server, this.#name);
    sender.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    releaseLogger(this.#name);
  }
}
