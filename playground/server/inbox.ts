/** Receives what a machine emits and gives each message its place: console, log, breaches, locks, readings, alerts, the failure. */

import { byteWords } from '../byte-words.ts';
import type { Positions } from '../compiler/positions.ts';
import type { Breach, ConsoleLine, Failure, FailureKind, LogLine, RunRecord } from '../protocol.ts';
import { explain } from './explain.ts';
import type { RunListener } from './run.ts';

interface EmittedFailure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly transaction?: number;
  readonly stack: string;
}

/** The channels of a program that has opened none. */
export const noChannels: RunRecord['channels'] = {
  opened: 0,
  peak: 0,
  shared: 0,
  closedByOwner: 0,
  closedAtEnd: 0,
  closedShared: 0,
  sharedOpenedUnlocked: { count: 0 },
  sharedClosedUnlocked: { count: 0 },
  sharedUsedUnlocked: { count: 0 },
};

type LogUse = Pick<RunRecord, 'channels' | 'mostSilent'>;

/** Locks whose names are remembered; any name beyond counts as new. */
const mostLocks = 100_000;

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
  logUse: LogUse = { channels: noChannels };
  /** Locks that the program has asked for so far, each name once. */
  lockNames = 0;
  readonly #locks = new Set<number>();
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
      case 'lock':
        this.#nameLock(hashOf(text));
        return;
      case 'log-use': {
        const { channels, mostSilent } = JSON.parse(text) as LogUse;
        this.logUse = mostSilent === undefined ? { channels } : { channels, mostSilent };
        return;
      }
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
    const line = this.lineOf(stack);
    const message = `The server ran out of memory at transaction ${transaction.toLocaleString('en')}: the program held more than ${byteWords(bytes)}.`;
    return { kind: 'out-of-memory', message, transaction, ...(line === undefined ? {} : { line }) };
  }

  /** What went wrong with loans and log lines, each kind once with its count. */
  breaches(): readonly Breach[] {
    const kinds = new Set([...this.#first.keys(), ...this.#counts.keys()]) as ReadonlySet<Breach['kind']>;
    return [...kinds].map((kind) => ({
      kind,
      message: 'the first of these was lost on its way.',
      ...this.#first.get(kind),
      count: this.#counts.get(kind) ?? 1,
    }));
  }

  #nameLock(name: number): void {
    if (this.#locks.has(name)) return;
    this.lockNames++;
    if (this.#locks.size < mostLocks) this.#locks.add(name);
  }

  #fail({ kind, message, transaction, stack }: EmittedFailure): void {
    this.lastStack = stack;
    const line = this.lineOf(stack);
    this.failure ??= {
      kind,
      message: explain(message),
      ...(line === undefined ? {} : { line }),
      ...(transaction === undefined ? {} : { transaction }),
    };
  }
}

/** 53 bits by which names are told apart: two rounds of FNV-1a with different seeds. */
function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) + 1;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
