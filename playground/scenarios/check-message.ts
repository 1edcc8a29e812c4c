/** What a check says, as data: what was seen, in which run, and what was expected. `words/` makes sentences of it. */

import type { Reason } from '../analysis/reason.ts';
import type { GaugeKind } from '../guest/gauge-shapes.ts';

/** What sets a run apart from the others of the same check. */
export interface RunName {
  readonly transactions: number;
  readonly failureRate: number;
  readonly sharedIdRate: number;
}

/** Duties by name; `words/` has a sentence for each. */
export type DutyId =
  | 'log-complete'
  | 'log-attributable'
  | 'no-use-after-release'
  | 'workers-released'
  | 'bounded-channels'
  | 'channels-closed'
  | 'bounded-timers'
  | 'bounded-locks'
  | 'gauge-tells'
  | 'few-turns-at-lock'
  | 'shared-under-lock'
  | 'closed-under-lock'
  | 'permit-held'
  | 'stop-reaches'
  | 'operator-list'
  | 'heartbeat'
  | 'reuses'
  | 'pool-shrinks'
  | 'cache-serves'
  | 'pool-reuses';

/** A duty, with the name of the gauge where it is about one. */
export interface DutyName {
  readonly id: DutyId;
  readonly gauge?: string;
}

/** What the server lends and a program may leave open. */
export type Lending = 'channels' | 'timers' | 'locks';

/** That nothing grows, or what does. */
export type GrowthMessage =
  | { readonly type: 'nothing grows'; readonly runs: readonly RunName[] }
  /** A class, or without its name the bytes; `certain` where it leaks, and not where it cannot be told. `also`: others that leak. */
  | {
      readonly type: 'growth';
      readonly run: RunName;
      readonly certain: boolean;
      readonly className?: string | undefined;
      readonly reason: Reason;
      readonly also: readonly string[];
    }
  /** Bytes that the program holds before its first transaction or soon after, of which at most so many are expected. */
  | {
      readonly type: 'room';
      readonly run: RunName;
      readonly at: 'load' | 'first sample';
      readonly held: number;
      readonly most: number;
    };

/** What the server has lent: gauges that are read, lines that are due, and what is left open. */
export type LoanMessage =
  | { readonly type: 'gauge missing'; readonly gauge: string }
  | { readonly type: 'gauge right'; readonly gauge: string; readonly readings: number }
  | { readonly type: 'silence'; readonly ms: number }
  | {
      readonly type: 'long silence';
      readonly ms: number;
      readonly mostMs: number;
      readonly run: RunName;
      readonly transaction?: number | undefined;
    }
  /** So many at the end of a run, at the most. */
  | { readonly type: 'bounded'; readonly what: Lending; readonly most: number }
  /** So many at the end of this run; `grown` more of them late in it than early, where that is seen. */
  | {
      readonly type: 'left open';
      readonly what: Lending;
      readonly atEnd: number;
      readonly run: RunName;
      readonly grown: number;
    }
  /** A run of `decides` transactions would tell. */
  | {
      readonly type: 'perhaps left open';
      readonly what: Lending;
      readonly atEnd: number;
      readonly run: RunName;
      readonly decides: number;
    };

/** Who holds what a transaction uses. Counts are for each transaction. */
export type HolderMessage =
  | { readonly type: 'not tried' }
  /** A transaction that is alone on the server did not get as far as its second send. */
  | { readonly type: 'never sent' }
  | { readonly type: 'held while sending' }
  | { readonly type: 'nothing held'; readonly send: 'first' | 'second' }
  | { readonly type: 'none in use'; readonly className: string }
  | {
      readonly type: 'listed';
      readonly className: string;
      readonly inUse: number;
      readonly kept: number;
      /** Whether something stands for those that cannot be reached. */
      readonly standIn: boolean;
    }
  | {
      readonly type: 'not listed';
      readonly className: string;
      readonly inUse: number;
      readonly kept: number;
    };

/** Turns at a lock, and what is shared without one. */
export type LockMessage =
  | { readonly type: 'few turns'; readonly turns: number }
  | { readonly type: 'many turns'; readonly turns: number; readonly most: number; readonly run: RunName }
  | { readonly type: 'locked'; readonly shared: number }
  /** A shared channel was opened without a lock, closed without its lock, or closed after somebody had used it without that. */
  | {
      readonly type: 'unlocked';
      readonly when: 'opened' | 'closed' | 'used';
      readonly count: number;
      readonly transaction?: number | undefined;
      readonly run: RunName;
    };

/** What a cache and a pool are asked for. */
export type ReuseMessage =
  | { readonly type: 'channels reused'; readonly opened: number }
  | {
      readonly type: 'channels not reused';
      readonly opened: number;
      readonly most: number;
      readonly run: RunName;
    }
  | { readonly type: 'few idle'; readonly most: number }
  | {
      readonly type: 'many idle';
      readonly idle: number;
      /** The most that were in use at once. */
      readonly peak: number;
      readonly concurrency: number;
      readonly most: number;
      readonly run: RunName;
    }
  /** Of a cache or a pool: a run of `decides` transactions would show it at work. */
  | { readonly type: 'runs too short'; readonly what: 'cache' | 'pool'; readonly decides: number }
  | { readonly type: 'cache serves' }
  | {
      readonly type: 'cache serves no longer';
      readonly run: RunName;
      readonly seen:
        | { readonly className: string; readonly made: number; readonly kept: number }
        | { readonly restingBytes: number };
    }
  | { readonly type: 'pool lends' }
  | {
      readonly type: 'pool lends no longer';
      readonly run: RunName;
      readonly concurrency: number;
      readonly seen:
        | { readonly className: string; readonly made: number; readonly most: number }
        /** Bytes that each transaction in flight has of its own. */
        | { readonly ownBytes: number };
    };

/** Which run a watch has followed. */
export interface WatchedRun {
  readonly transactions: number;
  readonly seed: number;
}

/** What alerts did. */
export type AlertMessage =
  | { readonly type: 'no watch' }
  | { readonly type: 'no false alarm' }
  | {
      readonly type: 'false alarm';
      readonly run: WatchedRun;
      readonly alerts: readonly {
        readonly gauge: string;
        readonly behaves: GaugeKind;
        readonly falseRings: number;
        readonly healthyReadings: number;
        readonly firstRing: number;
      }[];
    }
  /** Within so many transactions each. */
  | { readonly type: 'leaks noticed'; readonly deadline: number }
  | { readonly type: 'no time to ring'; readonly transactions: number; readonly deadline: number }
  | {
      readonly type: 'missed leak';
      readonly run: WatchedRun;
      readonly alerts: readonly {
        readonly gauge: string;
        /** Transactions that had ended when the leak began, and when the alert rang for it; 0 for never. */
        readonly leaksAfter: number;
        readonly noticedAfter: number;
      }[];
      readonly deadline: number;
    }
  | { readonly type: 'kept ringing' }
  | {
      readonly type: 'broken off';
      readonly run: WatchedRun;
      readonly alerts: readonly {
        readonly gauge: string;
        readonly noticedAfter: number;
        readonly lapses: number;
        readonly laterReadings: number;
      }[];
    };

/** All that is said without what only the protocol knows. */
export type SeenMessage =
  /** In every run. */
  | { readonly type: 'duty done'; readonly duty: DutyName }
  | { readonly type: 'no run' }
  | GrowthMessage
  | LoanMessage
  | HolderMessage
  | LockMessage
  | ReuseMessage
  | AlertMessage;
