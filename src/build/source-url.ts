/** Where the site's own sources are published, as far as the build knows. */

import { site } from '../site.ts';

/** `SOURCE_URL`, or what `site.ts` says, or the repository that a GitHub workflow builds; `undefined` on a machine that knows neither. */
export function sourceUrl(
  { SOURCE_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env,
): string | undefined {
  if (SOURCE_URL) return SOURCE_URL;
  if (site.links.source) return site.links.source;
  return GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
}
