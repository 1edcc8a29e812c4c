/** What a scenario says to readers, in the page's language; each scenario's texts are fetched when they are wanted. */

import type { ScenarioTexts } from '#playground/scenarios/scenario.ts';
import { textsOf } from '#playground/scenarios/texts.ts';
import { language } from './language.ts';
import { pseudoLanguage } from './languages.ts';
import { pseudo } from './pseudo.ts';

/** The texts of that scenario. Throws for one that there is not. */
export async function scenarioTexts(id: string): Promise<ScenarioTexts> {
  const tag = language();
  const texts = await textsOf(id, tag);
  return tag === pseudoLanguage ? pseudo(texts) : texts;
}
