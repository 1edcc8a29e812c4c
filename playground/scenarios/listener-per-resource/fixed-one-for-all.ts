import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

type Listener = (channel: LogChannel, text: string) => void;

/** Brings what happens to whoever listens. There is one, for as long as the server runs. */
class EventBus {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(event: string, listener: Listener): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  emit(event: string, channel: LogChannel, text: string): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(channel, text);
  }
}

const bus = new EventBus();

/** One listener for all transactions. It knows none of them: each event brings the channel that it is for. */
bus.on('line', (channel, text) => channel.write({ level: 'debug', text }));

/** All that one transaction needs on the server. What it does it tells the bus, and it logs what it hears. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #channel: LogChannel;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#channel = server.log.open(`SessionResource(${transaction})`);
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    bus.emit('line', this.#channel, `addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    bus.emit('line', this.#channel, `addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    bus.emit('line', this.#channel, `sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    bus.emit('line', this.#channel, `dispose ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#channel.close();
  }
}
