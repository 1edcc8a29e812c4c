/** What a scenario says of a result, in the page's language. No part of the page: it comes with the scenario's file. */

import { fixWords } from '#playground/scenarios/fix-words.ts';
import { shows } from '#playground/scenarios/sign.ts';
import type { CheckResult, RecognisedFix } from '#playground/record.ts';
import type { WrongFix } from '#playground/scenarios/scenario.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';

/** A scenario's sentences about one result. */
export interface ScenarioWords {
  /** Which family of fix it is and what that costs; `undefined` for none that is known. */
  fix(recognised: RecognisedFix | undefined): string | undefined;
  /** Why it fails, where a failed check has seen a known mistake; judged by what was seen, never by the program's text. */
  why(checks: readonly CheckResult[]): string | undefined;
}

/** Fetches the texts of a scenario; its wrong fixes, by name, come from its file. Rejects where they cannot be had. */
export async function loadScenarioWords(
  scenario: string,
): Promise<(wrong: Readonly<Record<string, WrongFix>>) => ScenarioWords> {
  const texts = await scenarioTexts(scenario);
  return (wrong) => ({
    fix: (recognised) => fixWords(texts, recognised),
    why: (checks) => {
      const failed = checks.filter(({ passed }) => !passed);
      const known = Object.entries(wrong).find(([, { check, sign }]) =>
        failed.some((each) => each.id === check && shows(each.message, sign)),
      );
      return known && texts.wrong[known[0]];
    },
  });
}
