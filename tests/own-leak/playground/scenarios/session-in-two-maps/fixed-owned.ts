import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes the log lines of one transaction. */
class Session {
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

/** The sessions by number, for as long as the server runs: two transactions may share an id. */
const sessions = new Map<number, Session>();
let opened = 0;

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #number: number;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    opened += 1;
    this.#number = opened;
    sessions.set(this.#number, new Session(server.log.open(`SessionResource(${transaction})`)));
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    sessions.get(this.#number)?.debug(`addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    sessions.get(this.#number)?.debug(`addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    sessions.get(this.#number)?.debug(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    sessions.get(this.#number)?.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    sessions.get(this.#number)?.close();
    sessions.delete(this.#number);
  }
}
