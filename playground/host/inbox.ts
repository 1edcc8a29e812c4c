/** Receives what a machine emits and gives each message its place: console, log, breaches, locks, readings, alerts, the failure. */

import { byteWords } from '../words/byte-words.ts';
import type { Positions } from '../compiler/positions.ts';
import type { Breach, ConsoleLine, Failure, FailureKind, LogLine, RunRecord } from '../protocol.ts';
import { explain } from './explain.ts';
import { shownText } from '../words/plain-text.ts';
import type { RunListener } from './run-options.ts';

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

  constructor(listener: RunListener, positions: Positions) {
    this.#listener = listener;
    this.#positions = positions;
  }

  receive(kind: string, text: string): void {
    switch (kind) {
      case 'failure':
        this.#fail(parsed(text) as EmittedFailure);
        return;
      case 'breach': {
        const breach = parsed(text) as Breach;
        this.#first.set(breach.kind, breach);
        return;
      }
      case 'breaches':
        for (const [breach, count] of parsed(text) as [string, number][]) this.#counts.set(breach, count);
        return;
      case 'locks':
        this.locks = usesByName(parsed(text) as readonly (readonly [string, LockUse])[]);
        return;
      case 'lock':
        this.#nameLock(hashOf(text));
        return;
      case 'log-use': {
        const { channels, mostSilent } = parsed(text) as LogUse;
        this.logUse = mostSilent === undefined ? { channels } : { channels, mostSilent };
        return;
      }
      case 'readings':
        this.readings = parsed(text) as RunRecord['readings'];
        return;
      case 'alerts':
        this.alerts = parsed(text) as RunRecord['alerts'];
        return;
      case 'halt':
        this.onHalt();
        return;
      case 'log':
        this.#listener.onLog?.(parsed(text) as LogLine);
        return;
      case 'console-dropped':
        this.#listener.onConsole?.('dropped');
        return;
      default:
        this.#listener.onConsole?.({
          level: kind.slice('console-'.length) as ConsoleLine['level'],
          text: shownText(text),
        });
    }
  }

  /** The first line of the reader's own in a stack of the machine's. */
  lineOf(stack: string): number | undefined {
    for (const [, line, column] of stack.matchAll(/\bprogram:(\d+)(?::(\d+))?\)?$/gm)) {
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
    const line = this.lineOf(stack);
    this.failure ??= {
      kind,
      message: explain(message),
      ...(line === undefined ? {} : { line }),
      ...(transaction === undefined ? {} : { transaction }),
    };
  }
}

type LockUse = RunRecord['locks'][string];

/** What the machine says: every text in it as it may be shown. */
function parsed(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? shownText(value) : value));
}

/** Locks whose names look the same count as one. */
function usesByName(uses: readonly (readonly [string, LockUse])[]): RunRecord['locks'] {
  const byName = new Map<string, LockUse>();
  for (const [name, use] of uses) {
    const same = byName.get(name) ?? { acquisitions: 0, waitMs: 0 };
    const acquisitions = same.acquisitions + use.acquisitions;
    byName.set(name, { acquisitions, waitMs: same.waitMs + use.waitMs });
  }
  return Object.fromEntries(byName);
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
