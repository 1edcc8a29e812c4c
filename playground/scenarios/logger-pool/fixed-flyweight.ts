import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** The one logger of all transactions. It knows none of them, so there is nothing to reset. */
let shared: LogChannel | undefined;

function debug(server: Server, transaction: TransactionId, text: string): void {
  shared ??= server.log.open('ServerResource');
  shared.write({ level: 'debug', text, transaction });
}

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #server: Server;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#server = server;
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    debug(this.#server, this.#transaction, `addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    debug(this.#server, this.#transaction, `addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    debug(this.#server, this.#transaction, `sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    debug(this.#server, this.#transaction, `dispose ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
  }
}
