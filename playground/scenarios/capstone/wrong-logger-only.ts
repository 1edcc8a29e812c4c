import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log. */
class Logger {
  constructor(readonly channel: LogChannel) {}

  debug(transaction: TransactionId, text: string): void {
    this.channel.write({ level: 'debug', text, transaction });
  }
}

/** Finds a logger by its name, or makes it. What it has made it keeps. */
const loggers = new Map<string, Logger>();

function getLogger(server: Server, name: string): Logger {
  return server.mutex('registry').hold(() => {
    let logger = loggers.get(name);
    if (logger === undefined) loggers.set(name, (logger = new Logger(server.log.open(name))));
    return logger;
  });
}

/** How often something was sent: one series for each label. */
class Counter {
  value = 0;
}

const sent = new Map<string, Counter>();

function countSent(label: string): void {
  const counter = sent.get(label) ?? new Counter();
  counter.value++;
  sent.set(label, counter);
}

/** What the server's monitor reads: the sum of all series. */
export const gauges = { sent: () => [...sent.values()].reduce((sum, { value }) => sum + value, 0) };

/** Held while a transaction sends, so that no worker is taken out of service meanwhile. */
class SendPermit {
  constructor(readonly transaction: TransactionId) {}
}

const sending = new Set<SendPermit>();

/** Resolved when the server is told to stop: all that is in flight ends at once, and its workers are released. */
export const stop = Promise.withResolvers<undefined>();

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = getLogger(server, 'ServerResource');
    void stop.promise.then(() => this[Symbol.dispose]());
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
    const permit = new SendPermit(this.#transaction);
    sending.add(permit);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
      countSent(`${worker.host}/${this.#transaction}`);
    }
    sending.delete(permit);
  }

  [Symbol.dispose](): void {
    this.#log.debug(this.#transaction, `dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
  }
}
