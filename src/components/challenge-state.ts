/** What a run of the reader's own program says about a challenge. */

import type { RunResult } from '#playground/record.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { shows } from '#playground/scenarios/sign.ts';
import type { WrongFix } from '#playground/scenarios/scenario.ts';

/** A known wrong fix, and why it fails, in two sentences. */
export interface KnownMistake extends WrongFix {
  readonly why: string;
}

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

/**
 * `fix` is the family of fix in words, where one is recognised. Judges by the checks alone; `mistakes` are matched by check and
 * what it has seen, never by the program's text.
 */
export function challengeState(
  result: RunResult & { readonly fix?: string | undefined },
  mistakes: readonly KnownMistake[],
): ChallengeState {
  const failed = result.checks.filter(({ passed }) => !passed);
  const known = mistakes.find(({ check, sign }) =>
    failed.some((each) => each.id === check && shows(each.message, sign)),
  );
  return {
    passed: result.checks.length - failed.length,
    all: result.checks.length,
    findings: [...new Set(failed.map(({ message }) => pageMachineWords().checkWords(message)))],
    why: known?.why,
    recognised: result.fix,
  };
}
