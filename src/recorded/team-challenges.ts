/** The challenges of the course with what it takes to verify a pass of them against the version of today. */

import { programShape } from '#playground/learner-record/program-shape.ts';
import { scenarioHash } from '#playground/node/machine-hash.ts';
import type { ChapterOutline } from '#src/course/standing.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import type { TeamChallenge } from '#src/team/team-challenge.ts';
import { scenarioPrograms } from './recorded-run.ts';

/** Those of these chapters, in their order. */
export function teamChallenges(course: readonly ChapterOutline[]): Promise<readonly TeamChallenge[]> {
  return Promise.all(
    course
      .flatMap(({ challenges }) => challenges)
      .map(async (scenario) => ({
        scenario,
        title: (await scenarioTexts(scenario)).title,
        hash: await scenarioHash(scenario),
        solutions: (await scenarioPrograms(scenario))
          .filter(({ name }) => name.startsWith('fixed'))
          .map(({ compiled }) => programShape(compiled.code)),
      })),
  );
}
