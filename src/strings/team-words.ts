/** Words for teams, which come with the pages that need them. */

import { recordFaultWords } from '#playground/words/en/records.ts';
import { inPageLanguage } from './in-page-language.ts';
import { team as en } from './en/team.ts';

/** What each language fills in. */
export type TeamWords = typeof en;

export const teamWords = inPageLanguage<TeamWords>({ en });

/** What is said of a file that is no record. */
export const pageRecordWords = inPageLanguage({ en: { recordFaultWords } });
