/** A challenge of the course, as the team view needs it. */

export interface TeamChallenge {
  readonly scenario: string;
  readonly title: string;
  /** Hash of the scenario today. */
  readonly hash: string;
  /** Shapes of the course's own right programs. */
  readonly solutions: readonly string[];
}
