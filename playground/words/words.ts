/** Picks what the machine says in a language. The machine reports kinds and numbers; a new language is a folder beside `en/`. */

import { en } from './en/en.ts';

/** What each language fills in. */
export type MachineWords = typeof en;

const languages: Readonly<Record<string, MachineWords>> = { en };

/** The machine's words for a language tag such as `en` or `zh-CN`; English where we have none. */
export function machineWords(language: string | undefined): MachineWords {
  return languages[language ?? 'en'] ?? en;
}
