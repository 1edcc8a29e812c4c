/** Starlight's own words in the pseudo-language, where a build has it: for a real language Starlight brings them. */

import type { StarlightPlugin } from '@astrojs/starlight/types';

import { pseudoLanguage } from '../strings/languages.ts';
import { pseudo } from '../strings/pseudo.ts';

/** Gives Starlight the translations that it lacks. */
export function pseudoStarlight(): StarlightPlugin {
  return {
    name: 'pseudo-starlight',
    hooks: {
      // Starlight asks every plugin for this one.
      'config:setup': () => undefined,
      'i18n:setup': async ({ injectTranslations }) => {
        if (pseudoLanguage !== undefined)
          injectTranslations({ [pseudoLanguage]: pseudo(await englishOfStarlight()) });
      },
    },
  };
}

/** It exports none of its dictionaries, so this one is taken from where it lies. */
async function englishOfStarlight(): Promise<Record<string, string>> {
  const place = new URL('translations/en.js', import.meta.resolve('@astrojs/starlight'));
  const { default: english } = (await import(place.href)) as { readonly default: Record<string, string> };
  return english;
}
