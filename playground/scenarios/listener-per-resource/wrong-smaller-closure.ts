import type { LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

type Listener = (text: string) => void;

/** Brings what happens to whoever listens. There is one, for as long as the server runs. */
class EventBus {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(event: string, listener: Listener): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  off(event: string, listener: Listener): void {
    const listeners = this.#listeners.get(event);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(event);
  }

  emit(event: string, text: string): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(text);
  }
}

const bus = new EventBus();

/** All that one transaction needs on the server. What it does it tells the bus, and it logs what it hears. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #channel: LogChannel;
  readonly #tables = new Set<string>();
  readonly #requested = new Set<Worker>();
  readonly #event: string;

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#channel = server.log.open(`SessionResource(${transaction})`);
    this.#event = `transaction ${transaction}`;
    const channel = this.#channel;
    bus.on(this.#event, (text) => channel.write({ level: 'debug', text }));
  }

  addCreateQuery(table: string): void {
    this.#tables.add(table);
    bus.emit(this.#event, `addCreateQuery ${table}`);
  }

  addDataParts(table: string): void {
    bus.emit(this.#event, `addDataParts ${table}`);
  }

  sendResources(workers: readonly Worker[]): void {
    bus.emit(this.#event, `sendResources to ${workers.length} workers`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables]);
    }
  }

  [Symbol.dispose](): void {
    bus.emit(this.#event, `dispose ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#channel.close();
  }
}
