/** Tells which family of fix was recognised, in a scenario's own words. */

import type { RecognisedFix } from '../record.ts';
import type { ScenarioTexts } from './scenario.ts';

/** Which family of fix it is and what that costs, in a sentence or two; undefined for none that is known. */
export function fixWords({ recognised }: ScenarioTexts, fix: RecognisedFix | undefined): string | undefined {
  const words = fix && recognised[fix.id];
  return typeof words === 'function' ? words(fix?.numbers ?? {}) : words;
}
