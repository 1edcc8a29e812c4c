/** The pages of content as a page's reader has them: in the page's language, and in English where one is not translated. */

import { type CollectionEntry, getCollection } from 'astro:content';

import { language } from '#src/strings/language.ts';
import { folderOf, locales } from '#src/strings/languages.ts';

/** All pages by their ids without a language's folder: `course/03-x`. */
export async function contentPages(): Promise<ReadonlyMap<string, CollectionEntry<'docs'>>> {
  const entries = await getCollection('docs');
  const translated = entries.filter(({ id }) => (id.split('/', 1)[0] ?? '') in locales);
  const pages = new Map(
    entries.filter((entry) => !translated.includes(entry)).map((entry) => [entry.id, entry]),
  );
  const folder = folderOf(language());
  for (const entry of translated) {
    const [own, ...rest] = entry.id.split('/');
    if (own === folder) pages.set(rest.join('/') || 'index', entry);
  }
  return pages;
}
