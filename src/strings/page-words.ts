/** Words of pages and components, which are rendered when the site is built: no script of a page may import them. */

import { inPageLanguage } from './in-page-language.ts';
import { pages as en } from './en/pages.ts';

/** What each language fills in. */
export type PageWords = typeof en;

export const pageWords = inPageLanguage<PageWords>({ en });
