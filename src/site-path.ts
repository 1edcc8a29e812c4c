/** Addresses of the site's own pages, wherever the site is served. */

import { language } from '#src/strings/language.ts';
import { folderOf } from '#src/strings/languages.ts';

/** `course/03-x` → `/course/03-x/`, below the base path of the build; `index` is the landing page. */
export function sitePath(id: string, base: string = import.meta.env.BASE_URL): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  return id === 'index' ? root : `${root}${id}/`;
}

/** The address of a page of content in the language of the page that leads there; see `sitePath`. */
export function pagePath(id: string): string {
  const folder = folderOf(language());
  if (folder === undefined) return sitePath(id);
  return sitePath(id === 'index' ? folder : `${folder}/${id}`);
}
