/** Addresses of an embedded playground, in the language of the page that asks. */

import { pagePath } from '#src/site-path.ts';

/** `auto` follows the reader's system. */
export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** The page to frame, on the origin that serves the site. */
export function embedAddress(origin: string, scenario: string, theme: EmbedTheme): string {
  const page = `${origin}${pagePath(`embed/${scenario}`)}`;
  return theme === 'auto' ? page : `${page}?theme=${theme}`;
}

/** The picture of the scenario's recorded run. */
export function pictureAddress(origin: string, scenario: string): string {
  return `${origin}${pagePath(`embed/${scenario}`)}picture.svg`;
}
