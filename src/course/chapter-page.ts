/** Addresses of chapters in the browser, which alone knows the path under which the site is served. */

/** A chapter with the path of its page: in the language of this page, whose header names where its pages begin. */
export function withPage<Chapter extends { readonly id: string }>(
  chapter: Chapter,
): Chapter & { readonly page: string } {
  const { pages = '/' } = document.querySelector<HTMLElement>('[data-pages]')?.dataset ?? {};
  return { ...chapter, page: new URL(`${chapter.id}/`, new URL(pages, location.href)).pathname };
}
