/** What links of format 1 need not carry, since all who read them know it: texts that most programs and numbers have in common. */

/**
 * Frozen: links are unpacked against it, letter by letter, so that with another text those which people have already sent
 * could not be read. A better one needs another format of links. The commonest stands last, where it costs least.
 */
export const linkWords = `
"allowances":[{"className":"Entry","most":1000}],"view":{"type":"survivors","bytes"},"kind":"crashed","not enough data","failure":{"kind":"out-of-memory",
"runtime","timeout","contract","transaction":{"id":"no-use-after-release","passed":false},{"id":"released","passed":true}
"view":{"type":"objects","className":"Logger"},"workload":{"transactions":"concurrency":"seed":"failureRate":0.,"sharedIdRate":"memoryLimit":"samples":"collectorSeconds":null,
"steady":{"stragglers":,"pace":1}
"numbers":{"mark":","transactions":10000,"virtualMs":100,"bytes":,"classes":[{"name":"Logger","live":0,"created":10000,
"kind":"flat","perTransaction":0},{"name":"CnchServerResource","live":16,"created":10000,"kind":"bounded","perTransaction":0}],
"memory":{"kind":"leak","perTransaction":1},"checks":[{"id":"no-leak","passed":true},{"id":"log-complete","passed":true}
/** Closes the channel when nobody holds the logger any longer. */ finally { try { if (this.#closed) return; async await
static readonly private new WeakRef new FinalizationRegistry export const gauges = { sent: () => [...sent.values()] };
const registry = server.mutex('registry').hold(() => { let logger = loggers.get(name); if (logger === undefined)
loggers.set(name, (logger = new Logger(server.log.open(name)))); loggers.delete(name); setInterval(() => clearInterval(this.#timer);
addEventListener('', this.#onEvent); removeEventListener(''); new AbortController(); .abort(); signal, using
this.#holders = 0; this.#holders--; if (--this.#holders === 0) this.#channel.close(); return logger; void Promise
/** Loggers by name, each for as long as somebody holds it. */
const loggers = new Map<string, Logger>();

function getLogger(server: Server, name: string): Logger {
  constructor(readonly channel: LogChannel) {}

  debug(transaction: TransactionId, text: string): void {
    this.#channel.write({ level: 'debug', text, transaction: this.#transaction });
    this.#log.debug(this.#transaction, \`addCreateQuery \${table}\`);
  readonly #server: Server;
    this.#server = server;
  #sent = false;
    this.#sent = true;
  readonly #tables = new Set<string>();
    this.#tables.add(table);
    this.#log = getLogger(server, \`SessionResource(\${transaction})\`);
import type { DataPart, LogChannel, Server, ServerResource, TransactionId, Worker } from 'server';

/** Writes lines to one channel of the server's log. */
class Logger {
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

/** All that one transaction needs on the server. */
export class CnchServerResource implements ServerResource {
  readonly #transaction: TransactionId;
  readonly #log: Logger;
  readonly #tables = new Map<string, DataPart[]>();
  readonly #requested = new Set<Worker>();

  constructor(server: Server, transaction: TransactionId) {
    this.#transaction = transaction;
    this.#log = new Logger(server.log.open(\`SessionResource(\${transaction})\`));
  }

  addCreateQuery(table: string): void {
    this.#tables.set(table, []);
    this.#log.debug(\`addCreateQuery \${table}\`);
  }

  addDataParts(table: string, parts: readonly DataPart[]): void {
    this.#tables.get(table)?.push(...parts);
    this.#log.debug(\`addDataParts \${table}: \${parts.length} parts\`);
  }

  sendResources(workers: readonly Worker[]): void {
    this.#log.debug(\`sendResources to \${workers.length} workers\`);
    for (const worker of workers) {
      this.#requested.add(worker);
      worker.send(this.#transaction, [...this.#tables.keys()]);
    }
  }

  [Symbol.dispose](): void {
    this.#log.debug(\`dispose: \${this.#tables.size} tables\`);
    for (const worker of this.#requested) worker.release(this.#transaction);
    this.#log.close();
  }
}
`;
