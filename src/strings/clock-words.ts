/** Words of the clock of a session, which come with the page that has it. */

import { sessionClock as en } from './en/session-clock.ts';
import { inPageLanguage } from './in-page-language.ts';

/** What each language fills in. */
export type ClockWords = typeof en;

export const clockWords = inPageLanguage<ClockWords>({ en });
