/** What a program is checked against: the server's contract and its surroundings, as the language service wants them. */

import { surroundings } from '#playground/compiler/surroundings.ts';

/** Declarations by file name. */
export type ExtraLibs = Readonly<Record<string, { readonly content: string; readonly version: number }>>;

/** Address of the contract among the files of the language service. */
export const contractFile = 'file:///guest/contract/server.d.ts';

/** The texts of all files of types in the machine, by their addresses relative to this file. */
const texts = import.meta.glob<string>('../../../playground/guest/contract/globals/*.d.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function programLibs(contract: string): ExtraLibs {
  const libs = surroundings.map((path) => {
    const address = `file:///${path}`;
    const content = address === contractFile ? contract : texts[`../../../playground/${path}`];
    if (content === undefined) throw new Error(`There is no ${path} to check programs against.`);
    return [address, { content, version: 1 }] as const;
  });
  return Object.fromEntries(libs);
}
