/** Why a program cannot go on, as values: sentences are made of them outside of the machine. Texts of the program's are cut. */

/** Where something was thrown. */
export type Place =
  /** What a person would write for it: `new CnchServerResource`, `process.nextTick`. */
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'gauge'; readonly gauge: string }
  /** A listener to an event of that name. */
  | { readonly type: 'listener'; readonly event: string }
  /** `rejection`: a promise that nothing awaits. `finalizer`: a FinalizationRegistry’s callback. */
  | { readonly type: 'top level' | 'timer' | 'microtask' | 'finalizer' | 'rejection' | 'program' };

/** An error with those that it was made of. */
export interface ToldError {
  /** Its name and message; of anything else than an error, what it is. */
  readonly text: string;
  readonly within?: InnerErrors | undefined;
}

/** Errors that another was made of: AggregateError's, the two of a SuppressedError, and its cause. */
export interface InnerErrors {
  readonly among?: { readonly first: readonly ToldError[]; readonly more: number } | undefined;
  readonly suppressed?: { readonly first: ToldError; readonly later: ToldError } | undefined;
  readonly cause?: ToldError | undefined;
}

/** What was thrown. */
export type Thrown =
  | (ToldError & { readonly type: 'error' })
  /** Anything else than an error: a text, or what a person would want to read of it. */
  | { readonly type: 'text' | 'value'; readonly text: string }
  /** An error that resists being read. */
  | { readonly type: 'unshowable' };

export type ProgramFailure =
  /** `rejected`: it was given as the reason of a promise. */
  | { readonly type: 'thrown' | 'rejected'; readonly thrown: Thrown; readonly where: Place }
  /** An allocation failed there. */
  | { readonly type: 'no more memory'; readonly where: Place }
  /** The engine cannot read the program. */
  | { readonly type: 'unread'; readonly thrown: Thrown }
  /** It exports no class of the name that the server asks for. */
  | { readonly type: 'no class' }
  /** What its class makes lacks a method. */
  | { readonly type: 'no method'; readonly method: string }
  /** Its top level awaits what nothing resolves; or, after a minute, timers were still to come. */
  | { readonly type: 'top level stuck' | 'top level late' }
  /** The promise that a call returned is still pending. */
  | { readonly type: 'call pending'; readonly call: string };
