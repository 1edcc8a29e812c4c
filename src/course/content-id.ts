/** Turns a content file's path into its address: English at the root, other languages under their folder. */

/** `en/course/03-x.mdx` → `course/03-x`; `zh-cn/index.mdx` → `zh-cn`; `en/index.mdx` → `index`. */
export function contentId(entry: string): string {
  const id = entry
    .replace(/\.mdx?$/, '')
    .replace(/^en\//, '')
    .replace(/(^|\/)index$/, '');
  return id || 'index';
}

/** The slug of a page, which is the same in every language: `zh-cn/course/03-x` → `course/03-x`. */
export function slugOf(id: string, locale: string | undefined): string {
  return locale !== undefined && id.startsWith(`${locale}/`) ? id.slice(locale.length + 1) : id;
}
