/** What the host adds to a program's failures: why an error of the engine's comes here, and how a machine was ended from outside. */

import type { ProgramFailure } from '../guest/failure-detail.ts';

/** Why the engine throws what it would not throw elsewhere, or what it may be thrown for. */
export type EngineReason = 'no locales' | 'read-only' | 'frozen' | 'endless recursion' | 'no require';

/** A reason stands in the midst of what the engine says: `rest` is what it says behind that, if anything. */
export interface Explanation {
  readonly reason: EngineReason;
  readonly rest: string;
}

/** What a program threw; where the engine's words are explained, its text ends before `explained`. */
type ThrownFailure = Extract<ProgramFailure, { readonly type: 'thrown' | 'rejected' }> & {
  readonly explained?: Explanation;
};

/** How a machine was ended from outside. A turn is a call or a turn of a loop. */
type Ended =
  /** The program held more than so many bytes. */
  | { readonly type: 'out of memory'; readonly transaction: number; readonly bytes: number }
  /** A call did not come back within so many turns. */
  | { readonly type: 'loop without an end'; readonly turns: number }
  /** The whole run took more turns; so many of its transactions had ended. */
  | {
      readonly type: 'too much work';
      readonly turns: number;
      readonly ended: number;
      readonly transactions: number;
    }
  | { readonly type: 'stack exhausted' | 'machine failed' };

/** Why a program could not go on. */
export type HostFailure = Exclude<ProgramFailure, ThrownFailure> | ThrownFailure | Ended;
