/** Picks what the machine says in a language. The machine reports kinds and numbers; a new language is a folder beside `en/`. */

import { en } from './en/en.ts';

/** What each language fills in. */
export type MachineWords = typeof en;

/** What the machine has to say, by language. */
export const languages = { en } as const satisfies Readonly<Record<string, MachineWords>>;

/** The machine's words for a language tag such as `en` or `zh-CN`; English where we have none. */
export function machineWords(language: string | undefined): MachineWords {
  return Object.entries(languages).find(([tag]) => tag === language)?.[1] ?? en;
}
