/** Receives what a machine emits and gives each message its place: console, log, breaches, locks, readings, alerts, the failure. */

import type { Positions } from '../compiler/positions.ts';
import { isMessage, type LockUse, type Told, type ToldFailure } from '../guest/messages.ts';
import type { Breach, Failure, RunRecord } from '../record.ts';
import { explain } from './explain.ts';
import { shownText } from '../words/plain-text.ts';
import type { RunListener } from './run-options.ts';

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

/** Locks whose names are remembered; any name beyond counts as new. */
const mostLocks = 100_000;

/** The host's end of the machine's only way out. Texts come from our own modules; a program cannot emit. */
export class GuestMessages {
  failure: Failure | undefined;
  locks: RunRecord['locks'] = {};
  readings: RunRecord['readings'] = {};
  alerts: RunRecord['alerts'] = [];
  /** The machine asks to be ended here. */
  onHalt: () => void = () => undefined;
  logUse: Pick<RunRecord, 'channels' | 'mostSilent'> = { channels: noChannels };
  /** Locks that the program has asked for so far, each name once. */
  lockNames = 0;
  readonly #locks = new Set<number>();
  readonly #listener: RunListener;
  readonly #positions: Positions;
  readonly #first = new Map<Breach['kind'], Breach>();
  readonly #counts = new Map<Breach['kind'], number>();

  constructor(listener: RunListener, positions: Positions) {
    this.#listener = listener;
    this.#positions = positions;
  }

  /** Throws for a message that is none: what a program does cannot bring that about. */
  receive(kind: string, text: string): void {
    if (!isMessage(kind)) throw new Error(`The machine sent "${kind}", which is no message.`);
    switch (kind) {
      case 'failure':
        this.#fail(told(kind, text));
        return;
      case 'breach': {
        const { transaction, ...breach } = told(kind, text);
        this.#first.set(breach.kind, {
          ...breach,
          ...(transaction === undefined ? {} : { transaction }),
          count: 1,
        });
        return;
      }
      case 'breaches':
        for (const [breach, count] of told(kind, text)) this.#counts.set(breach, count);
        return;
      case 'locks':
        this.locks = usesByName(told(kind, text));
        return;
      case 'lock':
        this.#nameLock(hashOf(text));
        return;
      case 'log-use': {
        const { channels, mostSilent } = told(kind, text);
        this.logUse = mostSilent === undefined ? { channels } : { channels, mostSilent };
        return;
      }
      case 'readings':
        this.readings = told(kind, text);
        return;
      case 'alerts':
        this.alerts = told(kind, text);
        return;
      case 'halt':
        this.onHalt();
        return;
      case 'log': {
        const { transaction, ...line } = told(kind, text);
        this.#listener.onLog?.(transaction === undefined ? line : { ...line, transaction });
        return;
      }
      case 'console-dropped':
        this.#listener.onConsole?.('dropped');
        return;
      case 'console-debug':
      case 'console-error':
      case 'console-info':
      case 'console-log':
      case 'console-warn':
        this.#listener.onConsole?.({ level: levelOf(kind), text: shownText(text) });
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
    const what = { type: 'out of memory', transaction, bytes } as const;
    return { kind: 'out-of-memory', what, transaction, ...(line === undefined ? {} : { line }) };
  }

  /** What went wrong with loans and log lines, each kind once with its count. */
  breaches(): readonly Breach[] {
    const kinds = new Set([...this.#first.keys(), ...this.#counts.keys()]);
    return [...kinds].map((kind) => ({
      kind,
      what: { type: 'lost' } as const,
      ...this.#first.get(kind),
      count: this.#counts.get(kind) ?? 1,
    }));
  }

  #nameLock(name: number): void {
    if (this.#locks.has(name)) return;
    this.lockNames++;
    if (this.#locks.size < mostLocks) this.#locks.add(name);
  }

  #fail({ kind, what, transaction, stack }: ToldFailure): void {
    const line = this.lineOf(stack);
    this.failure ??= {
      kind,
      what: explain(what),
      ...(line === undefined ? {} : { line }),
      ...(transaction === undefined ? {} : { transaction }),
    };
  }
}

/**
 * What the machine says, every text in it as it may be shown. The type is the one that the guest's own `emit` was held to; a
 * program cannot emit.
 */
function told<Kind extends keyof Told>(_: Kind, text: string): Told[Kind] {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? shownText(value) : value,
  ) as Told[Kind];
}

/** The level of a message of the console's. */
const levelOf = <Level extends string>(kind: `console-${Level}`): Level =>
  kind.slice('console-'.length) as Level;

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
