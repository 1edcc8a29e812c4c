/** Turns a content file's path into its address: English at the root, other languages under their folder. */

/** `en/course/03-x.mdx` → `course/03-x`; `zh-cn/index.mdx` → `zh-cn`; `en/index.mdx` → `index`. */
export function contentId(entry: string): string {
  const id = entry
    .replace(/\.mdx?$/, '')
    .replace(/^en\//, '')
    .replace(/(^|\/)index$/, '');
  return id || 'index';
}
