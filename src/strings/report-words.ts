/** Words of the course report, which come with the page that needs them. */

import { inPageLanguage } from './in-page-language.ts';
import { report as en } from './en/report.ts';

/** What each language fills in. */
export type ReportWords = typeof en;

export const reportWords = inPageLanguage<ReportWords>({ en });
