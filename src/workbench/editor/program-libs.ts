/** What a program is checked against: the server's contract and its surroundings, as the language service wants them. */

import environment from '#playground/compiler/environment.d.ts?raw';

/** Declarations by file name. */
export type ExtraLibs = Readonly<Record<string, { readonly content: string; readonly version: number }>>;

/** Address of the contract among the files of the language service. */
export const CONTRACT_FILE = 'file:///server/contract.d.ts';
const ENVIRONMENT_FILE = 'file:///server/environment.d.ts';

export function programLibs(contract: string): ExtraLibs {
  return {
    [CONTRACT_FILE]: { content: contract, version: 1 },
    [ENVIRONMENT_FILE]: { content: environment, version: 1 },
  };
}
