/** Why a link cannot be opened, in words. */

import { plainText } from '#playground/words/plain-text.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { LinkRefusal } from './opened-links.ts';

/** One sentence; a link that belongs elsewhere has a way there instead. */
export function refusalWords(refusal: Exclude<LinkRefusal, { readonly type: 'elsewhere' }>): string {
  const { faults } = sharingWords();
  switch (refusal.type) {
    case 'too large':
    case 'unreadable':
    case 'older':
    case 'newer':
      return faults[refusal.type];
    case 'workload':
      return faults.workload(workbenchWords().workload[refusal.field]);
    case 'broken':
      return faults.broken(plainText(refusal.place));
    case 'no scenario':
      return faults['no scenario'](plainText(refusal.scenario));
    case 'no program':
      return faults['no program'](plainText(refusal.program));
  }
}
