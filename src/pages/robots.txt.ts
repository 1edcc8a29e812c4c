/** What crawlers may read, which is all; and where the map of the site is, once its origin is known. */

import type { APIRoute } from 'astro';

import { sitePath } from '#src/site-path.ts';

export const GET: APIRoute = ({ site }) => {
  const map = site && new URL(`${sitePath('index')}sitemap-index.xml`, site).href;
  const lines = ['User-agent: *', 'Allow: /', ...(map === undefined ? [] : ['', `Sitemap: ${map}`])];
  return new Response(`${lines.join('\n')}\n`);
};
