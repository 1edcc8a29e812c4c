/** What comes in the way of a machine: its files or its worker cannot be had, it breaks, or its owner's time is over. */

/** Why a worker ended by itself, or could not begin. */
export type WorkerDeath =
  /** In the words of the browser, or of Node. */
  | { readonly type: 'error'; readonly text: string }
  | { readonly type: 'exit'; readonly code: number }
  | { readonly type: 'not started' | 'unreadable message' };

/** What kept a machine from being loaded, for developers: readers have the sentence of its `LoadingFault`. */
export type Obstacle =
  | WorkerDeath
  /** A file of that address could not be fetched, or was not the file. */
  | { readonly type: 'not fetched' | 'not the file'; readonly address: string }
  | { readonly type: 'no WebAssembly' };

export type WorkerFailure =
  | { readonly type: 'not loaded'; readonly obstacle: Obstacle }
  /** The machine itself threw an error, in its own words. */
  | { readonly type: 'broken'; readonly text: string }
  | { readonly type: 'worker died'; readonly death: WorkerDeath }
  /** Nothing was heard of the program for so many seconds. */
  | { readonly type: 'silent'; readonly seconds: number };

/** A command's time was over, or somebody interrupted it. */
export type CommandFailure =
  /** The last sample was at so many transactions; 0 for none. */
  | {
      readonly type: 'late run';
      readonly sampled: number;
      readonly transactions: number;
      readonly seconds: number;
    }
  | {
      readonly type: 'late checks';
      readonly trial: number;
      readonly trials: number;
      readonly seconds: number;
    }
  | { readonly type: 'interrupted' };
