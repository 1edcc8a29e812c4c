/** The map of the site for search engines, in place of Starlight's own: without the pages that are made for frames. */

import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { locales } from '../strings/languages.ts';

/** Whether a page, by its address, is one to be found: not one that is shown inside others. */
export function isOnMap(address: string): boolean {
  const [folder, scenario = ''] = new URL(address).pathname.split('/').filter(Boolean).slice(-2);
  return folder !== 'embed' || !scenarioIds.includes(scenario);
}

/** With the languages of each page, where the site has several. Nothing is written where the build does not know its address. */
export function siteMap(): AstroIntegration {
  const languages = Object.entries(locales).map(([folder, { lang }]) => [folder, lang] as const);
  const i18n = { defaultLocale: 'root', locales: Object.fromEntries(languages) };
  return sitemap({ filter: isOnMap, ...(languages.length > 1 ? { i18n } : {}) });
}
