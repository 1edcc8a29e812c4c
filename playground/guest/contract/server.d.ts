/** What the model server lends a program, and what it asks of it. Terms are ByConity's. */
declare module 'server' {
  /** Milliseconds shifted left by 18 bits, plus a counter within the millisecond. */
  export type TransactionId = bigint;

  export interface LogRecord {
    readonly level: 'debug' | 'info' | 'warning' | 'error';
    readonly text: string;
    /** The transaction that the line is about, if the channel's name or the text does not say so. */
    readonly transaction?: TransactionId;
  }

  /** On loan from the server: give it back with `close()`, once, and do not write afterwards. */
  export interface LogChannel {
    readonly name: string;
    write(record: LogRecord): void;
    close(): void;
  }

  export interface LogSink {
    /** Opens a channel. Two channels may have the same name. */
    open(name: string): LogChannel;
  }

  /** A lock of the server's. Waiting is modelled: everyone in flight waits for everyone else's hold. */
  export interface Mutex {
    /**
     * Runs `work` under the lock, and returns its result; `work` may take the same lock again. `microseconds` is how
     * long it is held, up to a minute; without a valid time it is one.
     */
    hold<T>(work: () => T, microseconds?: number): T;
  }

  export interface DataPart {
    readonly name: string;
    readonly rows: number;
  }

  /** A machine that runs a part of the query. */
  export interface Worker {
    readonly host: string;
    /** Hands the worker all tables of the transaction, once. Throws when the worker cannot be reached. */
    send(transaction: TransactionId, tables: readonly string[]): void;
    /** Lets the worker forget the transaction, at its end. A second call has no effect. */
    release(transaction: TransactionId): void;
  }

  export interface Server {
    readonly log: LogSink;
    /** The lock of that name, which the server keeps forever: take names from a bounded set. */
    mutex(name: string): Mutex;
  }

  /**
   * What one transaction needs on the server. Each call logs exactly one line, which begins with the call's name
   * (for the disposal: `dispose`). If the call is about a table, the table's name follows.
   */
  export interface ServerResource {
    addCreateQuery(table: string, query: string): void | Promise<void>;
    addDataParts(table: string, parts: readonly DataPart[]): void | Promise<void>;
    sendResources(workers: readonly Worker[]): void | Promise<void>;
    /** Called once, at the end of the transaction, however it ended. */
    [Symbol.dispose](): void | Promise<void>;
  }

  /**
   * The program's own gauges, by name. The server's monitor reads those that exist between two calls: once a second of
   * virtual time, and when nothing is in flight. It compares them with what the server itself knows.
   */
  export interface Gauges {
    /** Data parts given to transactions that have not ended. */
    readonly heldParts?: () => number;
    /** Sends to workers that succeeded, since the program began. */
    readonly sent?: () => number;
  }

  /** Decides from readings when an alert fires: for a leak, and not for a cache that warms up. */
  export interface GaugeWatch {
    /**
     * Called with the value of each of the server's own gauges in turn, again and again, after every four
     * transactions. Returns whether the alert for that gauge fires now.
     */
    read(gauge: string, value: number): boolean;
  }

  /** What a program exports. */
  export interface Program {
    readonly CnchServerResource: new (server: Server, transaction: TransactionId) => ServerResource;
    /** Only where a scenario asks for it. */
    readonly gauges?: Gauges;
    /** Only where a scenario asks for it. The server makes one. */
    readonly Watch?: new () => GaugeWatch;
  }
}
