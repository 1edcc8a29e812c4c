/**
 * What a run is, as data: what is asked for, what is measured, and what is made of it.
 * Read this file first: all the rest of `playground/` turns one of these values into another.
 */

import type { Reason } from './analysis/reason.ts';
import type { DiagnosticDetail } from './compiler/diagnostic-detail.ts';
import type { PlatformModule } from './compiler/platform-modules.ts';
import type { BreachDetail } from './guest/breach-detail.ts';
import type { GaugeKind } from './guest/gauge-shapes.ts';
import type { HostFailure } from './host/failure-detail.ts';
import type { DutyName, RunName, SeenMessage } from './scenarios/check-message.ts';
import type { CommandFailure, WorkerFailure } from './worker/failure-detail.ts';
/** What the driver plays against a program. Equal workloads and seeds give equal results. */
export interface Workload {
  /** Transactions to run in all; 1 to 1,000,000. */
  readonly transactions: number;
  /** Transactions in flight at once; 1 to 256. */
  readonly concurrency: number;
  /** Seed of the driver's interleaving, of failures and of the program's `Math.random`; an unsigned 32-bit integer. */
  readonly seed: number;
  /** Share of transactions in which the driver injects a failure; 0 to 1. */
  readonly failureRate: number;
  /** Share of transactions that reuse the id of one in flight, as a preload task does; 0 to 1. */
  readonly sharedIdRate: number;
  /** Bytes that the program may keep allocated before the server dies of it. */
  readonly memoryLimit: number;
  /** Samples taken in flight, evenly spread; 1 to 1,000. */
  readonly samples: number;
  /** Virtual seconds between two collections of what the program holds by WeakRef; `null` for never. */
  readonly collectorSeconds: number | null;
  /** Set for a server that is never idle; absent for one that is emptied before each checkpoint. */
  readonly steady?: SteadyLoad;
}

/** A server under constant load: its checkpoints are read while these transactions are still in flight. */
export interface SteadyLoad {
  /** Transactions that begin first and end last, beside `concurrency` others; 1 to 64. */
  readonly stragglers: number;
  /** How many times as slowly transactions come and go as on a usual server; 1 to 10,000. */
  readonly pace: number;
}

/** What somebody has stated to be known and right: so many instances of a class, and no more, may stay for ever. */
export interface Allowance {
  readonly className: string;
  readonly most: number;
}

/** One class of a program, as the reader wrote it. Lines and columns count from 1. */
export interface ClassSite {
  /** Display name, made unique within the program: `Logger`, `Logger (line 40)`, `(anonymous, line 7)`. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A finding of the compiler about the reader's source. Lines and columns count from 1. */
export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  /** What was found, as data; `diagnosticWords` in `words/` makes a sentence of it. */
  readonly what: DiagnosticDetail;
  readonly severity: 'error' | 'warning';
}

/** A program ready to run: an instrumented ES module and the way back to the reader's lines. */
export interface CompiledProgram {
  readonly code: string;
  /** Source map (JSON) from `code` to the reader's source. */
  readonly map: string;
  /** Classes by site number: `sites[n]` is the class that the code announces as `n`. */
  readonly sites: readonly ClassSite[];
  /** Modules of the machine's platform that the code names (`events`, `abort`, …); absent where it names none. */
  readonly platform?: readonly PlatformModule[];
}

/** Counts by class name. */
export type Counts = Readonly<Record<string, number>>;

/** The heap at one moment of a run, read after a full collection while transactions are in flight. */
export interface Sample {
  /** Transactions begun so far. */
  readonly transactions: number;
  /** Virtual milliseconds since the run began. */
  readonly virtualMs: number;
  readonly inFlight: number;
  /** Bytes that the program holds, without the census's own. */
  readonly bytes: number;
  readonly live: Counts;
  readonly created: Counts;
}

/** What the server has lent a program at one moment and has not got back. */
export interface Lent {
  /** Log channels that are open. */
  readonly channels: number;
  /** Timers that fire again and again; one that fires once is over by itself. */
  readonly timers: number;
  /** Locks that were ever asked for by a name of their own: the server keeps each for ever. */
  readonly locks: number;
}

/**
 * The heap when nothing was in flight, time-outs had passed and everything was collected; under steady load: when as many
 * as can be were in flight, all of them half-way. The verdict rests on these.
 */
export interface Checkpoint {
  /** Transactions finished so far. */
  readonly transactions: number;
  /** How many of them ended in an injected failure. */
  readonly failed: number;
  /** How many of the failed ones failed in sendResources. */
  readonly failedAtSend?: number;
  /** Virtual milliseconds since the run began, with the time let pass to settle. */
  readonly virtualMs?: number;
  readonly bytes: number;
  readonly live: Counts;
  /** Absent in a run that is only modelled. */
  readonly lent?: Lent;
}

export type VerdictKind = 'leak' | 'bounded' | 'flat' | 'not enough data' | 'crashed';

/** What became of one class, or of the program's bytes, and why we say so. */
export interface Finding {
  readonly kind: VerdictKind;
  /** Growth per transaction (objects, or bytes); 0 where nothing grew. */
  readonly perTransaction: number;
  readonly reason: Reason;
  /** Where there is not enough data: transactions with which a run would decide. */
  readonly decides?: number;
}

export interface ClassFinding extends Finding {
  /** Line of the class in the reader's source. */
  readonly line: number;
}

export interface Verdict {
  readonly classes: Readonly<Record<string, ClassFinding>>;
  readonly bytes: Finding;
  /** True only if every class and the bytes are flat or bounded. */
  readonly leakFree: boolean;
}

/** What a check says; `words/` makes sentences of it. */
export type CheckMessage =
  | SeenMessage
  /** The first breach of a duty, and the run in which it was seen. */
  | {
      readonly type: 'breach';
      readonly breach: Breach;
      readonly run: RunName;
      readonly duty: DutyName;
    }
  /** A run failed, so nothing was tried to the end. */
  | { readonly type: 'program failed'; readonly failure: Failure };

/** One requirement of a scenario, tried on a program. */
export interface CheckResult {
  readonly id: string;
  readonly passed: boolean;
  /** What was seen and what was expected, with the first offending transaction. */
  readonly message: CheckMessage;
  /** Where it failed: the workload of the run in which that was seen. */
  readonly workload?: Workload;
  /** Where it failed: number of the first offending transaction in that run, where known. */
  readonly transaction?: number;
}

export type FailureKind =
  | 'compile'
  | 'runtime'
  | 'timeout'
  | 'unresponsive'
  | 'out-of-memory'
  | 'contract'
  /** The machine's files or its worker cannot be had: the program is not to blame. */
  | 'unreachable'
  /** The machine itself threw an error: the program is not to blame. */
  | 'broken';

/** What came in the way of the machine's files or of its worker: one kind for each way out that a reader has. */
export type LoadingFault =
  /** Nothing answered. */
  | 'connection'
  /** The server no longer has a file that it had when the page came: a newer version of the site has taken its place. */
  | 'outdated'
  /** The server answered with an error, or with something else than the file. */
  | 'answer'
  /** WebAssembly is switched off, or a policy forbids it. */
  | 'engine'
  /** The worker did not start, though its script is there. */
  | 'worker';

/** What happened, in the terms of whoever tells of it. */
export type FailureDetail =
  | HostFailure
  | WorkerFailure
  | CommandFailure
  /** The program does not compile, for this reason if one is known. */
  | { readonly type: 'not compiled'; readonly found?: DiagnosticDetail };

/** Why a program could not go on. A run that its owner stops is not a failure. */
export interface Failure {
  readonly kind: FailureKind;
  /** What happened, as data; `failureWords` in `words/` makes a sentence of it. */
  readonly what: FailureDetail;
  /** Of one of kind `unreachable`: what came in the way, where it was recognised. */
  readonly fault?: LoadingFault;
  /** Line in the reader's source, where known. */
  readonly line?: number;
  /** Number of the transaction (from 1) in which it happened. */
  readonly transaction?: number;
}

/** Work in units that replay exactly. */
export interface Work {
  /** Instances of the program's classes created. */
  readonly objects: number;
  /** Bytes by which the heap grew within driver rounds, summed: a lower bound of what was allocated. */
  readonly bytes: number;
  /** Lines written to the log sink. */
  readonly sinkCalls: number;
  /** Interrupt ticks of the virtual machine; one tick is 10,000 calls or loop turns. */
  readonly ticks: number;
}

/** A line of the program's own console, in order. */
export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
}

/** A line on its way through the server's log, as the driver judged it. */
export interface LogLine {
  readonly channel: string;
  readonly level: string;
  readonly text: string;
  /** Number of the transaction it was found to belong to; absent when nothing in it says so. */
  readonly transaction?: number;
}

/** What the driver saw go wrong in the log or in the use of what it lent; the first of each kind, with a count. */
export interface Breach {
  readonly kind:
    | 'missing line'
    | 'duplicate line'
    | 'malformed line'
    | 'unattributable line'
    | 'wrong transaction'
    | 'wrong order'
    | 'use after release'
    | 'released twice'
    | 'worker not released'
    | 'worker not sent to'
    | 'worker released early'
    | 'wrong worker'
    | 'wrong tables'
    | 'wrong reading';
  readonly count: number;
  /** Number of the first offending transaction, where known. */
  readonly transaction?: number;
  /** What was seen of the first, as data; `breachWords` in `words/` makes a sentence of it. */
  readonly what: BreachDetail;
}

/** What a program's watch did with one of the server's own gauges. */
export interface Alert {
  readonly gauge: string;
  /** What the gauge does as long as it is healthy. */
  readonly behaves: GaugeKind;
  /** Whether the gauge is one that leaks, if only towards the end. */
  readonly leaks: boolean;
  /** Transactions that had ended when the leak began; 0 for one that leaks from the first transaction on, or never. */
  readonly leaksAfter: number;
  /** How often the watch was given the gauge's value, and at how many of these it rang. */
  readonly readings: number;
  readonly rings: number;
  /** How many of these came while the gauge was healthy. */
  readonly healthyReadings: number;
  readonly falseRings: number;
  /** Transactions that had ended when it first rang; 0 for never. */
  readonly firstRing: number;
  /** Transactions that had ended when it first rang while the gauge leaked; 0 for never. */
  readonly noticedAfter: number;
  /** Readings after that, and at how many of these it was silent. */
  readonly laterReadings: number;
  readonly lapses: number;
}

/** How often something was done, and the number of the first transaction that did it, where known. */
export interface Tally {
  readonly count: number;
  readonly transaction?: number;
}

/** What a program did with the channels of the server's log. A channel is shared when several transactions wrote to it. */
export interface ChannelUse {
  /** Channels opened in all, and the most open at once. */
  readonly opened: number;
  readonly peak: number;
  readonly shared: number;
  /** Channels closed by the one transaction that wrote to them, and channels closed in the disposal of a resource. */
  readonly closedByOwner: number;
  readonly closedAtEnd: number;
  /** Shared channels that were closed. */
  readonly closedShared: number;
  /** Shared channels that were opened while the program held no lock; the transaction is the second that wrote. */
  readonly sharedOpenedUnlocked: Tally;
  /** Shared channels that were closed without a lock under which they had been opened. */
  readonly sharedClosedUnlocked: Tally;
  /** Others that were closed though a transaction had used them that never held such a lock, so that it may have looked them up in between. */
  readonly sharedUsedUnlocked: Tally;
}

/** What became of transactions that the server dropped, never to call them again. */
export interface Dropped {
  /** How many transactions were dropped. */
  readonly transactions: number;
  /** Instances that these transactions had made and that were alive when they were dropped. */
  readonly inUse: Counts;
  /** Of those, what was alive after a collection: somebody else than the transaction holds it. */
  readonly kept: Counts;
  /** Bytes that were kept. */
  readonly bytes: number;
}

/** Everything that one run of one program measured. */
export interface RunRecord {
  readonly workload: Workload;
  readonly samples: readonly Sample[];
  readonly checkpoints: readonly Checkpoint[];
  /** Instances still alive at the end, by class, in 200 slices of the transactions in which they were created. */
  readonly survivors: Readonly<Record<string, readonly number[]>>;
  /** The most instances of each class alive at once in any sample. */
  readonly peak: Counts;
  readonly breaches: readonly Breach[];
  readonly work: Work;
  readonly failure?: Failure;
  /** Channels that the program opened and never closed, at the end. */
  readonly openChannels: number;
  /** When the load has ebbed away, and only the stragglers of a busy server are left: those in flight, and open channels. */
  readonly ebb?: { readonly inFlight: number; readonly openChannels: number };
  /** Timers that the program set and that would still fire, at the end. */
  readonly pendingTimers: number;
  /** Characters of the program's compiled code, without comments and texts. */
  readonly codeLength: number;
  /** Bytes that the program held when it had loaded, before the first transaction. */
  readonly loadedBytes: number;
  /** Whether the program made a WeakRef, or registered something with a FinalizationRegistry. */
  readonly usesCollector: boolean;
  /** How often timers called back. */
  readonly timersFired: number;
  /** Whether the program ever asked for the time or for a timer: only then can anything of it be bounded by time. */
  readonly asksForTime: boolean;
  /** Longest virtual time, in ms, for which the log had no line about a transaction in flight. */
  readonly longestSilenceMs: number;
  /** Number of that transaction; absent when the log had no line about any. */
  readonly mostSilent?: number;
  /** Use of the log's channels. */
  readonly channels: ChannelUse;
  /** Locks that the program asked for, each name once, at the end. */
  readonly lockNames: number;
  /** Use of the server's locks; `waitMs` is modelled: (in flight − 1) × time held. */
  readonly locks: Readonly<Record<string, { readonly acquisitions: number; readonly waitMs: number }>>;
  /** How often each of the program's own gauges was read; 0 for one that it lacks. */
  readonly readings: Counts;
  /** One for each of the server's gauges; empty where the program exports no watch. */
  readonly alerts: readonly Alert[];
  /** Set where the run ended with a trial of what outlives a transaction that never ends. */
  readonly dropped?: {
    /** Dropped within their first line in the log, before the send. */
    readonly beforeSend: Dropped;
    /** Dropped within their first send to a worker, so that not even a `finally` ran; and within their second. */
    readonly inSend: Dropped;
    readonly inSecondSend: Dropped;
  };
}

/** A family of fix that was seen in runs. Its scenario's texts have the sentences, by `id`; `numbers` are what they tell, by name. */
export interface RecognisedFix {
  readonly id: string;
  readonly numbers?: Readonly<Record<string, number>>;
}

/** A run with its analysis. Equal inputs give an equal result but for `elapsedMs`. */
export interface RunResult extends RunRecord {
  readonly scenario: string;
  readonly program: string;
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  /** Which family of fix it is, where all checks have passed and the family is known. */
  readonly recognised?: RecognisedFix;
  readonly diagnostics: readonly Diagnostic[];
  /** Wall-clock milliseconds on this machine. */
  readonly elapsedMs: number;
}
