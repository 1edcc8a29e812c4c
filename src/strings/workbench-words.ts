/** Words of the playground, its chart and its verdicts: the same where a page is rendered and in the browser. */

import { inPageLanguage } from './in-page-language.ts';
import { workbench as en } from './en/workbench.ts';

/** What each language fills in. */
export type WorkbenchWords = typeof en;

export const workbenchWords = inPageLanguage<WorkbenchWords>({ en });
