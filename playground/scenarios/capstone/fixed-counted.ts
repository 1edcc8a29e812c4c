import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log, for all who hold it. */
class Logger {
  readonly channel: LogChannel;
  holders = 0;

  constructor(channel: LogChannel) {
    this.channel = channel;
  }

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
    this.#log.debug(`dispose: ${this.#tables.size} tables`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    releaseLogger(this.#server, this.#log);
  }
}
