/** Why a verdict is so, as data: how a quantity grew, and what else is known of it. `words/` makes sentences of it. */

import type { Fraction } from './slope.ts';

/** A rate, with what is known of how exact it is. */
export interface Rate {
  readonly rate: number;
  /** The fraction that it is, where little else is possible. */
  readonly fraction?: Fraction;
  /** Rates between which it lies, where they are proved. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** What a law counts: each transaction, or each of those that failed, that failed in the send, or that succeeded. */
export type Cause = 'transaction' | 'failed transaction' | 'failed send' | 'transaction that succeeded';

/** So many for each of these. */
export interface Term {
  readonly each: number;
  readonly cause: Cause;
}

/** How a quantity grew. Rates are per transaction; `decides` is a number of transactions with which a run would tell. */
export type Growth =
  | { readonly type: 'flat' }
  | { readonly type: 'plateau'; readonly since: number; readonly grown: number }
  /** `hidden`: growth per transaction that could hide in what falls and rises; 0 where none could. */
  | { readonly type: 'saw-tooth'; readonly falls: number; readonly hidden: number }
  | { readonly type: 'renewed'; readonly until: number }
  | { readonly type: 'shrinking'; readonly decides: number }
  | {
      readonly type: 'every batch';
      readonly rate: number;
      readonly perBatch: number;
      readonly batch: number;
      readonly since?: number;
    }
  | {
      readonly type: 'law';
      readonly rate: number;
      readonly terms: readonly Term[];
      /** How many of the rarest cause were measured. */
      readonly causes: number;
      /** Whether nothing but this grew, or something small came and went beside it. */
      readonly exact: boolean;
    }
  | { readonly type: 'by time'; readonly rate: number; readonly perSecond: number; readonly exact: boolean }
  | ({
      readonly type: 'steady';
      readonly since: number;
      /** Whether nothing was seen to be let go. */
      readonly kept: boolean;
      readonly faster: boolean;
    } & Rate)
  | {
      readonly type: 'late';
      readonly rate: number;
      readonly since: number;
    }
  | { readonly type: 'trend'; readonly rate: number; readonly faster: boolean }
  | { readonly type: 'rarer steps'; readonly rate: number; readonly steps: number }
  | { readonly type: 'rare'; readonly steps: number; readonly decides: number }
  | { readonly type: 'halted'; readonly since: number; readonly decides: number }
  | { readonly type: 'begun'; readonly since: number; readonly decides: number }
  | { readonly type: 'slowing'; readonly decides: number }
  /** It loses speed, but so slowly that each doubling of the run adds as much again: no length tells. */
  | { readonly type: 'endless' }
  | { readonly type: 'unclear'; readonly decides: number };

/** The least and the most that was kept at a checkpoint, the most that was alive at once, and how many were made where that is counted. */
export interface Levels {
  readonly lowest: number;
  readonly resting: number;
  readonly peak: number;
  readonly made?: number;
}

/** What is counted: instances of a class; without its name, the program's bytes. */
export interface Quantity {
  readonly className?: string | undefined;
}

/** What was seen of a quantity until the server died of memory. */
export type UntilDeath =
  | { readonly type: 'nothing' }
  | { readonly type: 'growth'; readonly rate: number }
  /** Of the bytes: so few were held that one step must have asked for more than the limit leaves. */
  | { readonly type: 'one step'; readonly held: number }
  /** `early`: before growth could be seen. */
  | { readonly type: 'level'; readonly held: number; readonly early: boolean };

/** The most that was there at a checkpoint of a run of so many transactions. */
export interface Peak {
  readonly transactions: number;
  readonly most: number;
}

/** Why a finding is what it is. Plain data, as it goes from a worker to its page and into recorded runs. */
export type Reason =
  | ({ readonly type: 'growth'; readonly growth: Growth; readonly levels: Levels } & Quantity)
  /** All but `resting` of up to `peak` were gone when so many virtual seconds had been let pass. */
  | {
      readonly type: 'gone in time';
      readonly className: string;
      readonly peak: number;
      readonly resting: number;
      readonly seconds: number;
    }
  /** `most` instances are known to be right, and no more than `resting` stayed. */
  | {
      readonly type: 'within allowance';
      readonly className: string;
      readonly resting: number;
      readonly most: number;
    }
  | {
      readonly type: 'above allowance';
      readonly className: string;
      readonly resting: number;
      readonly most: number;
      readonly reason: Reason;
    }
  | { readonly type: 'too short'; readonly decides: number }
  /** The program failed, or somebody ended the run from outside, before there was enough to judge. */
  | { readonly type: 'ended early'; readonly transaction: number; readonly outside: boolean }
  | ({ readonly type: 'out of memory'; readonly transaction: number; readonly seen: UntilDeath } & Quantity)
  /** The bytes do what these classes do. `rate`: bytes per transaction. */
  | { readonly type: 'follows leaks'; readonly classNames: readonly string[]; readonly rate: number }
  /** `reason`: of the first of them. */
  | { readonly type: 'follows undecided'; readonly classNames: readonly string[]; readonly reason: Reason }
  | { readonly type: 'follows bounded'; readonly classNames: readonly string[] }
  /** What remains of the bytes beside these classes decides. */
  | { readonly type: 'beside classes'; readonly classNames: readonly string[]; readonly reason: Reason }
  /** In a trial: no more is there than in the main run, and `reason` is known from there. */
  | { readonly type: 'within main run'; readonly reason: Reason }
  /** In a trial: there are no more than transactions in flight. */
  | { readonly type: 'no more than in flight' }
  /** What a run of this length found, where a shorter one did not decide. */
  | { readonly type: 'longer run'; readonly transactions: number; readonly reason: Reason }
  /** Neither run decides, and yet the longer one has hardly more. */
  | { readonly type: 'level peak'; readonly shorter: Peak; readonly longer: Peak }
  /** Each is let go after about so many virtual ms: at `perSecond` transactions a second there are `atOnce` at most. */
  | {
      readonly type: 'let go in time';
      readonly lifetimeMs: number;
      readonly perSecond: number;
      readonly atOnce: number;
    };
