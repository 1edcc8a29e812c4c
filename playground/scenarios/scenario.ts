/** What a scenario is: programs that readers run, the workload they meet, and what is asked of them. */

import type {
  Allowance,
  Breach,
  CheckResult,
  RecognisedFix,
  RunRecord,
  Verdict,
  Workload,
} from '../record.ts';
import type { DutyId, Lending } from './check-message.ts';
import type { Sign } from './sign.ts';

/** A run with its verdict, as a check sees it. */
export interface MeasuredRun extends RunRecord {
  readonly verdict: Verdict;
  /** Set where what was lent is judged, and memory is not: no collector comes, or other runs have decided. */
  readonly sparesMemory?: true;
}

/** What comes of trying one requirement. */
export type Outcome = Omit<CheckResult, 'id'>;

/** How it is seen, from what runs have recorded, whether a duty was done. */
export type Judgement =
  /** None of these breaches in any run. */
  | { readonly by: 'breaches'; readonly none: readonly Breach['kind'][] }
  /** A gauge of the program's own is there, and right whenever it is read. */
  | { readonly by: 'gauge'; readonly name: string }
  /** What the server has lent and not got back does not follow the length of a run. */
  | { readonly by: 'left open'; readonly what: Lending }
  /** Turns at any lock of the server, per transaction. */
  | { readonly by: 'turns at a lock'; readonly most: number }
  /** Shared channels are closed, or already opened, under a lock only. */
  | { readonly by: 'lock held'; readonly at: 'open and close' | 'close' }
  /** Milliseconds for which the log may be silent about a transaction in flight. */
  | { readonly by: 'silence'; readonly mostMs: number }
  /** Somebody else than the transaction holds something while it sends. */
  | { readonly by: 'held while sending' }
  /** Somebody else than the transaction holds each instance of this class, where the program has it, that is in use, or something in its place. */
  | { readonly by: 'listed'; readonly className: string }
  /** A rule of the scenario's own. */
  | { readonly by: 'rule'; readonly judge: (runs: readonly MeasuredRun[]) => Outcome };

/** What a program must do for whoever else the server serves. To leave it out fails the check of that id. */
export interface Duty {
  readonly id: DutyId;
  readonly judged: Judgement;
}

/** One requirement. `message` of the result says what was seen and what was expected. */
export interface Check {
  readonly id: string;
  /** `runs`: the main run first, then the scenario's `trials`, in order. */
  readonly check: (runs: readonly MeasuredRun[]) => Outcome;
}

/** A plausible fix that fails, and which check catches it. */
export interface WrongFix {
  readonly check: string;
  /** What the check's message must show. */
  readonly sign: Sign;
}

export interface Scenario {
  readonly id: string;
  readonly workload: Workload;
  /** Virtual seconds after which a right program has let go of everything: its longest time-out plus one sweep. */
  readonly settleSeconds: number;
  /** Further, shorter runs that only this scenario's checks need, beside the trials of every program; each overrides parts of the workload. */
  readonly trials: readonly Partial<Workload>[];
  /** What a program must do, beside not leaking. */
  readonly duties: readonly Duty[];
  /** That nothing leaks, and one check for each duty. */
  readonly checks: readonly Check[];
  /** Which family of fix was seen, once every check has passed; undefined for none that is known. */
  readonly recogniseFix: (runs: readonly MeasuredRun[]) => RecognisedFix | undefined;
  /** Whether its challenge also asks that a transaction costs nothing but its resource. */
  readonly frugal?: true;
  /** What is known to be right in every program of this scenario. */
  readonly allowances?: readonly Allowance[];
  /** Wrong fixes by program name: `wrong-…`. */
  readonly wrong: Readonly<Record<string, WrongFix>>;
}

/** What a scenario says to readers. A file a language stands beside `scenario.ts`; `texts.ts` finds it. */
export interface ScenarioTexts {
  readonly title: string;
  /** What each right fix is called and costs, by program name: `fixed`, `fixed-…`. */
  readonly fixes: Readonly<Record<string, string>>;
  /** Which family of fix it is and what that costs, by what `recogniseFix` tells them apart. */
  readonly recognised: Readonly<Record<string, string | ((numbers: Numbers) => string)>>;
  /** Two sentences for the reader who tried a wrong fix, by program name: `wrong-…`. */
  readonly wrong: Readonly<Record<string, string>>;
}

type Numbers = NonNullable<RecognisedFix['numbers']>;
