/** The languages of the site, in one list. A new one is a line here and a folder beside `en/`: the compiler then names each dictionary that lacks it. */

/** Languages that words are written in, by their tags. */
const names = { en: 'English' } as const;

/** The tag of a language that words are written in. */
export type Language = keyof typeof names;

/** The language at the root of the site; each other stands in the folder of its tag. */
const rootLanguage: Language = 'en';

/** The tag of English made strange, by which a test sees words that no dictionary has; only in a build that asks for it. */
export const pseudoLanguage = process.env.PSEUDO_LANGUAGE ? 'en-XA' : undefined;

const all: Readonly<Record<string, string>> = {
  ...names,
  ...(pseudoLanguage === undefined ? {} : { [pseudoLanguage]: 'Pseudo-English' }),
};

/** The folder in which the pages of a language stand, under the site's root; undefined for the language at the root. */
export function folderOf(tag: string): string | undefined {
  return tag === rootLanguage ? undefined : tag.toLowerCase();
}

/** All languages as Starlight wants them: by folder, with their names and their tags. */
export const locales: Readonly<Record<string, { readonly label: string; readonly lang: string }>> =
  Object.fromEntries(Object.entries(all).map(([lang, label]) => [folderOf(lang) ?? 'root', { label, lang }]));
