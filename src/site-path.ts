/** Addresses of the site's own pages, wherever the site is served. */

/** `course/03-x` → `/course/03-x/`, below the base path of the build; `index` is the landing page. */
export function sitePath(id: string, base: string = import.meta.env.BASE_URL): string {
  const root = base.endsWith('/') ? base : `${base}/`;
  return id === 'index' ? root : `${root}${id}/`;
}
