import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log, for all who hold it. */
class Logger {
  holders = 0;

  constructor(readonly channel: LogChannel) {}

  debug(text: string): void {
    this.channel.write({ level: 'debug', text });
  }
}

/** Loggers by name, each for as long as somebody holds it. */
const loggers = new Map<string, Logger>();

/** Lends a logger; every loan must end in a `releaseLogger`. */
function getShared(server: Server, name: string): Logger {
  return server.mutex('registry').hold(() => {
    const logger = loggers.get(name) ?? new Logger(server.log.open(name));
    logger.holders++;
    loggers.set(name, logger);
    return logger;
  });
}

/** Ends a loan; the last one takes the logger out and closes it, under the same lock. */
function releaseLogger(server: Server, logger: Logger): void {
  server.mutex('registry').hold(() => {
    if (--logger.holders > 0) return;
    loggers.delete(logger.channel.name);
    logger.channel.close();
  });
}

/** How often something was sent: one number for each host. */
const sent = new Map<string, number>();

function countSent(host: string): void {
  sent.set(host, (sent.get(host) ?? 0) + 1);
}

/** What the server's monitor reads: the sum of all series. */
export const gauges = { sent: () => [...sent.values()].reduce((sum, count) => sum + count, 0) };

/** Held while a transaction sends, so that no worker is taken out of service meanwhile. */
class SendPermit {
  constructor(readonly transaction: TransactionId) {}
}

const sending = new Set<SendPermit>();

/** All that is in flight. */
const inFlight = new Set<CnchServerResource>();

/** Resolved when the server is told to stop: all that is in flight ends at once, and its workers are released. */
export const stop = Promise.withResolvers<undefined>();
void stop.promise.then(() => inFlight.forEach((resource) => resource[Symbol.dispose]()));

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #server: Server;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#server = server;
    this.#transaction = transaction;
    this.#log = getShared(server, `SessionResource(${transaction})`);
    inFlight.add(this);
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
    const permit = new SendPermit(this.#transaction);
    sending.add(permit);
    try {
      for (const worker of workers) {
        this.#requested.add(worker);
        worker.send(this.#transaction, [...this.#tables.keys()]);
        countSent(worker.host);
      }
    } finally {
      sending.delete(permit);
    }
  }

  [Symbol.dispose](): void {
    if (!inFlight.delete(this)) return;
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    releaseLogger(this.#server, this.#log);
  }
}
