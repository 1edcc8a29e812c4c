/** What a scenario is: programs that readers run, the workload they meet, and what is asked of them. */

import type { CheckResult, RunRecord, Verdict, Workload } from '../protocol.ts';

/** A run with its verdict, as a check sees it. */
export interface MeasuredRun extends RunRecord {
  readonly verdict: Verdict;
}

/** One requirement. `message` of the result says what was seen and what was expected. */
export interface Check {
  readonly id: string;
  /** `runs`: the main run first, then the scenario's `trials`, in order. */
  readonly check: (runs: readonly MeasuredRun[]) => Omit<CheckResult, 'id'>;
  /** What its message goes on to say of the fix, once every check of the scenario has passed. */
  readonly whenAllPass?: (runs: readonly MeasuredRun[]) => string;
}

/** A plausible fix that fails: which check catches it, and why. */
export interface WrongFix {
  readonly check: string;
  /** Part of the message that the check must give. */
  readonly message: string;
  /** Two sentences for the reader who tried it. */
  readonly why: string;
}

export interface Scenario {
  readonly id: string;
  readonly workload: Workload;
  /** Virtual seconds after which a right program has let go of everything: its longest time-out plus one sweep. */
  readonly settleSeconds: number;
  /** Further, shorter runs that only this scenario's checks need, beside the trials of every program; each overrides parts of the workload. */
  readonly trials: readonly Partial<Workload>[];
  readonly checks: readonly Check[];
  /** Wrong fixes by program name: `wrong-…`. */
  readonly wrong: Readonly<Record<string, WrongFix>>;
  /** What each right fix is called and costs, by program name: `fixed`, `fixed-…`. */
  readonly fixes: Readonly<Record<string, string>>;
}
