/** Receives what a machine emits and gives each message its place: console, log, breaches, locks, readings, alerts, the failure. */

import type { Positions } from '../compiler/positions.ts';
import type { Breach, ConsoleLine, Failure, FailureKind, LogLine, RunRecord } from '../protocol.ts';
import type { RunListener } from './run.ts';

interface EmittedFailure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly transaction?: number;
  readonly stack: string;
}

/** The host's end of the machine's only way out. Texts come from our own modules; a program cannot emit. */
export class Inbox {
  failure: Failure | undefined;
  /** Where the last error came from, in the machine's words. */
  lastStack = '';
  locks: RunRecord['locks'] = {};
  readings: RunRecord['readings'] = {};
  alerts: RunRecord['alerts'] = [];
  /** The machine asks to be ended here. */
  onHalt: () => void = () => undefined;
  readonly #listener: RunListener;
  readonly #positions: Positions;
  readonly #first = new Map<Breach['kind'], Breach>();
  readonly #counts = new Map<string, number>();
  readonly #rejections = new Map<number, { readonly error: string; readonly stack: string }>();

  constructor(listener: RunListener, positions: Positions) {
    this.#listener = listener;
    this.#positions = positions;
  }

  receive(kind: string, text: string): void {
    switch (kind) {
      case 'failure':
        this.#fail(JSON.parse(text) as EmittedFailure);
        return;
      case 'breach': {
        const breach = JSON.parse(text) as Breach;
        this.#first.set(breach.kind, breach);
        return;
      }
      case 'breaches':
        for (const [breach, count] of JSON.parse(text) as [string, number][]) this.#counts.set(breach, count);
        return;
      case 'locks':
        this.locks = Object.fromEntries(JSON.parse(text) as [string, RunRecord['locks'][string]][]);
        return;
      case 'readings':
        this.readings = JSON.parse(text) as RunRecord['readings'];
        return;
      case 'alerts':
        this.alerts = JSON.parse(text) as RunRecord['alerts'];
        return;
      case 'halt':
        this.onHalt();
        return;
      case 'log':
        this.#listener.onLog?.(JSON.parse(text) as LogLine);
        return;
      case 'console-dropped':
        this.#listener.onConsole?.('dropped');
        return;
      default:
        this.#listener.onConsole?.({ level: kind.slice('console-'.length) as ConsoleLine['level'], text });
    }
  }

  /** A promise was rejected and nobody listens, yet. */
  rejected(promise: number, error: string, stack: string): void {
    this.#rejections.set(promise, { error, stack });
  }

  /** Somebody listens to it after all. */
  handled(promise: number): void {
    this.#rejections.delete(promise);
  }

  /** After all jobs have run: what nobody listens to by now is the program's failure. */
  settleRejections(transaction: number): void {
    const [rejection] = this.#rejections.values();
    this.#rejections.clear();
    if (rejection === undefined) return;
    const message = `${rejection.error} (in a promise that nothing awaits)`;
    this.#fail({ kind: 'runtime', message, transaction, stack: rejection.stack });
  }

  /** The first line of the reader's own in a stack of the machine's. */
  lineOf(stack: string): number | undefined {
    for (const [, line, column] of stack.matchAll(/\(?program:(\d+)(?::(\d+))?\)?/g)) {
      const position = this.#positions(Number(line), Number(column ?? 1));
      if (position !== undefined) return position.line;
    }
    return undefined;
  }

  /** The death of the server at a memory limit of `bytes`. */
  outOfMemory(transaction: number, bytes: number, stack = ''): Failure {
    const limit = `${Number((bytes / 2 ** 20).toFixed(2))} MB`;
    const line = this.lineOf(stack);
    const message = `The server ran out of memory at transaction ${transaction.toLocaleString('en')}: the program held more than ${limit}.`;
    return { kind: 'out-of-memory', message, transaction, ...(line === undefined ? {} : { line }) };
  }

  /** What went wrong with loans and log lines, each kind once with its count. */
  breaches(): readonly Breach[] {
    return [...this.#first.values()].map((breach) => ({
      ...breach,
      count: this.#counts.get(breach.kind) ?? 1,
    }));
  }

  #fail({ kind, message, transaction, stack }: EmittedFailure): void {
    this.lastStack = stack;
    const line = this.lineOf(stack);
    this.failure ??= {
      kind,
      message,
      ...(line === undefined ? {} : { line }),
      ...(transaction === undefined ? {} : { transaction }),
    };
  }
}
