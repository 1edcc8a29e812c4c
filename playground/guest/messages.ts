/** All that passes between the host and what runs inside the machine. Both sides import it. */

import type { ProgramFailure } from './failure-detail.ts';
import type { Alert, Breach, ConsoleLine, FailureKind, LogLine, RunRecord } from '../record.ts';

/** Why a program cannot go on; `stack` leads to its line. */
export interface ToldFailure {
  readonly kind: FailureKind;
  readonly what: ProgramFailure;
  readonly transaction?: number | undefined;
  readonly stack: string;
}

/** How the log was used. */
export interface LogUse {
  readonly channels: RunRecord['channels'];
  readonly mostSilent?: NonNullable<RunRecord['mostSilent']> | undefined;
}

/** Turns at a lock, and how long they waited. */
export type LockUse = RunRecord['locks'][string];

/** Messages out of the machine that are data, by their kinds; they come as JSON. */
export interface Told {
  readonly failure: ToldFailure;
  /** The first of its kind. */
  readonly breach: Pick<Breach, 'kind' | 'what'> & { readonly transaction?: number | undefined };
  /** How many there were of each kind, at the end. */
  readonly breaches: readonly (readonly [kind: Breach['kind'], count: number])[];
  readonly locks: readonly (readonly [name: string, use: LockUse])[];
  readonly 'log-use': LogUse;
  readonly readings: RunRecord['readings'];
  readonly alerts: readonly Alert[];
  readonly log: Omit<LogLine, 'transaction'> & { readonly transaction?: number | undefined };
}

/**
 * Messages that are a text: the name of a lock that is asked for, or a line of the console; or nothing but themselves: a line
 * was dropped, the machine asks to be ended here.
 */
export type Said = 'lock' | `console-${ConsoleLine['level']}` | 'console-dropped' | 'halt';

/** JSON of a value of this type. */
export type Json<T> = string & { readonly of?: T };

/** Sends one message to the host. */
export interface Emit {
  <Kind extends keyof Told>(kind: Kind, json: Json<Told[Kind]>): void;
  (kind: Said, text: string): void;
}

const kinds: Readonly<Record<keyof Told | Said, true>> = {
  failure: true,
  breach: true,
  breaches: true,
  locks: true,
  'log-use': true,
  readings: true,
  alerts: true,
  log: true,
  lock: true,
  'console-debug': true,
  'console-error': true,
  'console-info': true,
  'console-log': true,
  'console-warn': true,
  'console-dropped': true,
  halt: true,
};

/** Whether a message is one that this side knows. */
export function isMessage(kind: string): kind is keyof Told | Said {
  return Object.hasOwn(kinds, kind);
}

/** What the host may call inside the machine. A round gives an outcome of `fields.ts`. */
export interface Entries {
  readonly load: () => void;
  readonly loadRound: () => number;
  readonly stragglerRound: () => number;
  readonly serveRound: (goal: number) => number;
  readonly parkRound: (goal: number) => number;
  readonly goOn: () => void;
  readonly ebbRound: () => number;
  readonly settleRound: () => number;
  readonly beginProbe: (where: number) => void;
  readonly probeRound: () => number;
  readonly endProbe: () => void;
  readonly dropProbe: () => void;
  readonly renewStraggler: () => void;
  readonly beginCollection: () => void;
  readonly endCollection: () => void;
  readonly finish: () => void;
  readonly makeProbes: () => number;
  readonly watchProbes: () => void;
  readonly dropProbes: () => void;
  readonly rejected: (reason: unknown, during: number) => void;
  readonly threw: (error: unknown) => void;
  readonly where: (error?: Error) => string;
}

/** Entries that take a number or nothing, and give a number or nothing. */
export type Call = Exclude<keyof Entries, 'rejected' | 'threw' | 'where'>;
