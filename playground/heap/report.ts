/** What a heap is told as: which classes are alive, by which paths, and where a path goes wrong. Plain data, for page and command line. */

import type { EdgeKind } from './edges.ts';
import type { CutPlace } from './cut-place.ts';
import type { VerdictKind } from '../record.ts';

/** What a path begins at. */
export type Root =
  /** The program’s module: its bindings live as long as the server. */
  | 'module'
  /** A property of the global object. */
  | 'global'
  /** A timer that is still to fire. */
  | 'timer'
  /** A promise job that has still to run. */
  | 'job'
  /** Nothing but a collector that has not come yet. */
  | 'collector'
  /** Something of the server’s own: a transaction in flight, a log channel, a listener. */
  | 'server'
  /** A call that was under way when the machine died. */
  | 'call';

/** By what a step refers to the next. */
export type StepKind = EdgeKind | 'binding' | 'private' | 'symbol' | 'weak target';

/**
 * What kind of thing a step arrives at: an instance of one of the program’s classes, a function, or something of the engine’s. A shared
 * string is one that more than one reference keeps: to cut one of them frees none of its bytes.
 */
export type ThingKind =
  'instance' | 'object' | 'function' | 'class' | 'suspended' | 'string' | 'shared string' | 'other';

/** Why a step is as it should be, or why it is not. */
export type Status =
  /**
   * A module’s binding, which lives as long as the server; something made while the program loaded; one thing in one that is expected;
   * or an instance of a class of which there are not ever more.
   */
  | { readonly type: 'expected'; readonly why: 'binding' | 'loaded' | 'one' | 'level' }
  /** What made it has ended: so many transactions ago for the oldest. */
  | { readonly type: 'stuck'; readonly oldest?: number }
  /** Only the collector knows of it, and has not come. */
  | { readonly type: 'waits' }
  /** It belongs to a transaction that is in flight. */
  | { readonly type: 'in flight' }
  /** Nothing says what it belongs to. */
  | { readonly type: 'unknown' };

export interface PathStep {
  readonly kind: StepKind;
  /** Name of the property, key, variable or place, with what differs from entry to entry as `*`; empty where it has none. */
  readonly name: string;
  /** What the step arrives at: its kind, and the name of its class or function. */
  readonly thing: ThingKind;
  readonly of: string;
  /** How many different things the step arrives at. */
  readonly count: number;
  /** How often the same step was taken one after the other; 1 for once. */
  readonly times: number;
  readonly status: Status;
  /** Line in the reader’s source: of the class, of the function, or of the binding. */
  readonly line?: number;
  /** Bytes that would go if it were cut here. */
  readonly bytes: number;
}

/** Where a program puts entries into what holds them, or takes them out. */
export interface StoreSite {
  /** The method that was called, or the assignment as code has it: `set`, `delete`, `push`, `=`, `= null`, `{…}`, … */
  readonly method: string;
  readonly line?: number;
  readonly count: number;
  /** Of these, how many were made by transactions that were committed, and that failed; absent where none failed. */
  readonly byEnding?: { readonly committed: number; readonly failed: number };
}

/** Whether entries come in at a place, rather than go. */
export function isStoring({ method }: Pick<StoreSite, 'method'>): boolean {
  return ['set', 'add', 'push', 'unshift', '=', '{…}'].includes(method);
}

/** Instances of one class that are held in the same way. */
export interface HeapPath {
  /** Class of what is held. */
  readonly class: string;
  readonly root: Root;
  readonly steps: readonly PathStep[];
  /** The step at which what lives as long as the server holds what should be gone. */
  readonly faulty?: number;
  /** Six hexadecimal digits, the same for the same way of holding over runs, edits elsewhere and languages. */
  readonly fingerprint: string;
  /** 1 for what holds it now; 2 for what would hold it still if all that comes before were cut; and so on. */
  readonly holder: number;
  readonly count: number;
  /** Bytes that they retain. */
  readonly bytes: number;
  /** What goes when the faulty step is cut, and with it those of all holders before; absent where no step is at fault. */
  readonly frees?: { readonly count: number; readonly bytes: number };
  /** Who stores and who removes, at the faulty step; absent where it was not watched. */
  readonly stores?: readonly StoreSite[];
}

/** One class that is alive. */
export interface HeapClass {
  readonly name: string;
  readonly line?: number;
  readonly count: number;
  readonly bytes: number;
  /** What the run’s verdict says of the class. */
  readonly verdict: VerdictKind;
  readonly paths: readonly HeapPath[];
}

/** A heap as it was when it was read. */
export interface HeapReport {
  /** Transactions that had ended by then. */
  readonly ended: number;
  /** Whether the program had failed by then; nothing can be cut or run on any more. */
  readonly isDead: boolean;
  /** Bytes of the program. */
  readonly bytes: number;
  readonly nodes: number;
  readonly references: number;
  /** References to what this reader does not know; always 0. */
  readonly unknown: number;
  /** Classes of which instances are alive; those that leak first, then by the bytes that they retain. */
  readonly classes: readonly HeapClass[];
}

/** What became of a cut. */
export interface CutResult {
  readonly fingerprint: string;
  readonly place: CutPlace;
  /** References that were cut. */
  readonly references: number;
  /** How many of what the path leads to are gone, instances freed by class, and bytes. */
  readonly count: number;
  readonly freed: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** What still holds those of the path’s class that are left. */
  readonly still?: HeapPath;
  /** Set where the program fails on its way from the cut. */
  readonly fails?: true;
  /** What so many more transactions left behind: bytes, and instances where the path leads to a class of the program’s. */
  readonly then?: { readonly transactions: number; readonly bytes: number; readonly left?: number };
}
