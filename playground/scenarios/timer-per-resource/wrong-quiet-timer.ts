import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Milliseconds between two lines that say that a query is still running. */
const heartbeatMs = 500;

/** The channel of the server's log that every resource writes to. */
let channel: LogChannel | undefined;

/** All that one transaction needs on the server. While it runs, it says so twice a second. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #channel: LogChannel;
  #ended = false;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    channel ??= server.log.open('ServerResource');
    this.#channel = channel;
    this.#transaction = transaction;
    setInterval(() => this.#beat(), heartbeatMs);
  }

  #log(text: string): void {
    this.#channel.write({ level: 'debug', text, transaction: this.#transaction });
  }

  #beat(): void {
    if (this.#ended) return;
    this.#log(`still running: ${this.#tables.size} tables`);
  }

  addCreateQuery(table: string): void {
    this.#tables.set(table, []);
    this.#log(`addCreateQuery ${table}`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#tables.get(table)?.push(...parts);
    this.#log(`addDataParts ${table}: ${parts.length} parts`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log(`sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#ended = true;
  }
}
