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

let root: Logger | undefined;

/** The one logger that the process keeps; the lock is taken the first time only. */
function rootLogger(server: Server): Logger {
  root ??= server.mutex('registry').hold(() => new Logger(server.log.open('root')));
  return root;
}

/** A name and a way to the root logger, in no registry: it goes with its owner. */
class VirtualLogger {
  readonly #root: Logger;
  readonly name: string;

  constructor(rootLogger: Logger, name: string) {
    this.#root = rootLogger;
    this.name = name;
  }

  debug(transaction: TransactionId, text: string): void {
    this.#root.debug(transaction, text);
  }
}

/** Every wrapper ever made, to be used again some day. */
const spare: VirtualLogger[] = [];

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: VirtualLogger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = new VirtualLogger(rootLogger(server), 'ServerResource');
    spare.push(this.#log);
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
