/** What the cell of a person and a challenge shows. */

import type { RecordedPass } from '#playground/learner-record/learner-record.ts';
import type { ChallengeStatus, VerifiedChallenge } from '#playground/learner-record/verification.ts';
import { challengeStatusWords } from '#playground/words/en/records.ts';
import { teamWords } from '#src/strings/team-words.ts';
import type { TeamChallenge } from './team-challenge.ts';
import type { Member } from './team-members.ts';

/** `unverified`: passed, says the record, and nobody has run it. */
export type CellStatus = ChallengeStatus | 'unverified';

export interface Cell {
  readonly status: CellStatus;
  readonly passesNow?: boolean;
  /** What speaks best for it. */
  readonly pass?: RecordedPass;
  readonly verified?: VerifiedChallenge;
}

/** What was verified, by member. */
export type Verified = ReadonlyMap<number, readonly VerifiedChallenge[]>;

/** A sign for each status, so that none rests on colour. */
export const signs: Readonly<Record<CellStatus, string>> = {
  verified: '✓',
  'older version': '↺',
  'course solution': '=',
  'does not pass': '✗',
  'no program': '○',
  unverified: '?',
  'not tried': '·',
};

/** The sign of a cell: a program of an older version that fails today has both. */
export function signOf({ status, passesNow }: Cell): string {
  return status === 'older version' && passesNow === false
    ? `${signs[status]}${signs['does not pass']}`
    : signs[status];
}

/** The cell of a member and a scenario. */
export function cellOf(member: Pick<Member, 'id' | 'record'>, scenario: string, verified: Verified): Cell {
  return cellIn(member, scenario, verified.get(member.id));
}

/** The same from what was verified of this member. */
export function cellIn(
  { record }: Pick<Member, 'record'>,
  scenario: string,
  challenges: readonly VerifiedChallenge[] | undefined,
): Cell {
  const told = challenges?.find((challenge) => challenge.scenario === scenario);
  if (told !== undefined) {
    const { status, passesNow, pass } = told;
    return {
      status,
      ...(passesNow === undefined ? {} : { passesNow }),
      ...(pass === undefined ? {} : { pass }),
      verified: told,
    };
  }
  const pass = record.passes.findLast((each) => each.scenario === scenario);
  if (pass === undefined) return { status: 'not tried' };
  return { status: pass.run === undefined ? 'no program' : 'unverified', pass };
}

/** A cell that is open. */
export interface OpenCell {
  readonly member: Member;
  readonly challenge: TeamChallenge;
}

/** What became of the challenge of a cell, in words. */
export function cellWords({ status, passesNow }: Pick<Cell, 'status' | 'passesNow'>): string {
  return status === 'unverified' ? teamWords().view.unverified : challengeStatusWords(status, passesNow);
}
