/** What a run of the reader's own program says about a challenge. */

import type { RunResult } from '#playground/record.ts';
import { rateWords } from '#src/chart/quantity-words.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { scriptWords } from '#src/strings/script-words.ts';
import type { Cost } from '#playground/scenarios/costs.ts';

export interface ChallengeState {
  /** Whether every check passed, and nothing costs too much where that is asked. */
  readonly isPassed: boolean;
  readonly passed: number;
  readonly all: number;
  /** What the failed checks found, each sentence once; else what costs too much. */
  readonly findings: readonly string[];
  /** Why the attempt fails, where it does so in a known way. */
  readonly why: string | undefined;
  /** Which fix was recognised, once all checks have passed. */
  readonly recognised: string | undefined;
}

/** A result with what its scenario says of it: the family of fix, and why it fails; each where it is known. */
type ToldResult = Pick<RunResult, 'checks'> & {
  readonly fix?: string | undefined;
  readonly why?: string | undefined;
};

/** Judges by the checks and, once all of them pass, by what is too dear for the challenge. */
export function challengeState(
  { checks, fix, why }: ToldResult,
  costs: readonly Cost[] = [],
): ChallengeState {
  const failed = checks.filter(({ passed }) => !passed);
  const told =
    failed.length > 0
      ? failed.map(({ message }) => pageMachineWords().checkWords(message))
      : costs.map(({ name, perTransaction }) =>
          scriptWords().challenge.costs[name](rateWords(perTransaction)),
        );
  return {
    isPassed: checks.length > 0 && told.length === 0,
    passed: checks.length - failed.length,
    all: checks.length,
    findings: [...new Set(told)],
    why,
    recognised: fix,
  };
}
