/** What a run of the reader's own program says about a challenge. */

import type { RunResult } from '#playground/record.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';

export interface ChallengeState {
  readonly passed: number;
  readonly all: number;
  /** What the failed checks found, each sentence once. */
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

/** Judges by the checks alone. */
export function challengeState({ checks, fix, why }: ToldResult): ChallengeState {
  const failed = checks.filter(({ passed }) => !passed);
  return {
    passed: checks.length - failed.length,
    all: checks.length,
    findings: [...new Set(failed.map(({ message }) => pageMachineWords().checkWords(message)))],
    why,
    recognised: fix,
  };
}
