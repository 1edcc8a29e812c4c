import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log. */
class Logger {
  readonly #channel: LogChannel;

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }

  debug(transaction: TransactionId, text: string): void {
    this.#channel.write({ level: 'debug', text, transaction });
  }
}

let found: Logger | undefined;

/** The one logger that serves all: the first who asks opens it under the lock, and nobody looks for it again. */
function serverLogger(server: Server): Logger {
  found ??= server.mutex('registry').hold(() => new Logger(server.log.open('ServerResource')));
  return found;
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = serverLogger(server);
  }

  addCreateQuery(table: string): void {
    this.#tables.set(table, []);
    this.#log.debug(this.#transaction, `addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#tables.get(table)?.push(...parts);
    this.#log.debug(this.#transaction, `addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log.debug(this.#transaction, `sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(this.#transaction, `dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
  }
}
