/** Addresses of the site's own pages, wherever the site is served. */

import { language } from '#src/strings/language.ts';
import { folderOf } from '#src/strings/languages.ts';

/** The path under which the site is served, which a zip is told by nobody: a built script lies in a folder of the root. */
function servedAt(): string {
  const here = import.meta.url;
  return import.meta.env.DEV || import.meta.env.SSR ? import.meta.env.BASE_URL : new URL('..', here).pathname;
}

/** `course/03-x` → `/course/03-x/`, below the path under which the site is served; `index` is the landing page. */
export function sitePath(id: string, base: string = servedAt()): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  return id === 'index' ? root : `${root}${id}/`;
}

/** The address of a page of content in the language of the page that leads there; see `sitePath`. */
export function pagePath(id: string): string {
  const folder = folderOf(language());
  if (folder === undefined) return sitePath(id);
  return sitePath(id === 'index' ? folder : `${folder}/${id}`);
}
