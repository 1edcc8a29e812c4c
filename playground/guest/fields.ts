/** Names of the numbers that host and machine share; imported by both sides. */

/** Slices of a run by which survivors are told apart. */
export const slices = 200;

/** Virtual milliseconds since the machine's epoch. */
export const now = 0;
/** Virtual milliseconds spent serving transactions, without the time let pass to settle. */
export const servedMs = 1;
/** Transactions begun, ended, and ended by an injected failure. */
export const begun = 2;
export const ended = 3;
export const failed = 4;
export const inFlight = 5;
/** Number of the transaction whose code runs now; 0 for none. */
export const current = 6;
/** Slice of the run that instances are created in. */
export const slice = 7;
export const sinkCalls = 8;
export const openChannels = 9;
export const pendingTimers = 10;
/** Longest virtual milliseconds between two lines about a transaction in flight, or between its begin and its first. */
export const longestSilence = 11;
/** Sends to workers that succeeded. */
export const sent = 12;
/** Transactions that failed in the sending; they are among the failed ones. */
export const failedAtSend = 13;
/** Callbacks of timers that were called. */
export const timersFired = 14;
/** How often the program has asked for the time or for a timer. */
export const askedForTime = 15;
/** Weak references and finalizers that the program has made. */
export const weakUses = 16;
/** Timers that fire again and again. */
export const repeatingTimers = 17;
export const fieldCount = 18;

/** How a transaction ended; 0 for one that has not. */
export const ending = { committed: 1, failed: 2 } as const;

/** What one round of the driver came to. */
export const outcome = {
  /** Go on. */
  progress: 0,
  /** The goal is reached: transactions begun, or everything settled. */
  done: 1,
  /** A virtual collection is due. */
  collect: 2,
  /** The program failed; the failure has been emitted. */
  failed: 3,
} as const;
