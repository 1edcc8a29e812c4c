/** The modules that run inside the machine, as the files that a page fetches for its worker. */

import type { AstroIntegration } from 'astro';

import { readGuest, readPlatform } from '#playground/node/assets.ts';
import { machineHash } from '#playground/node/machine-hash.ts';
import { hashedName } from './hashed-name.ts';

/** What each file holds; `platform` is fetched for the first program that names something of it. */
export const guestFiles = {
  guest: async (): Promise<string> => JSON.stringify(await readGuest()),
  platform: async (): Promise<string> => JSON.stringify(await readPlatform()),
};

/**
 * Gives the page's script the paths of these files, which `src/pages/lab/` writes, and the hash of the whole machine. While
 * authors work the paths have no hash.
 */
export function guestFileNames(): AstroIntegration {
  return {
    name: 'guest-file-names',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        const path = async (name: keyof typeof guestFiles): Promise<string> =>
          JSON.stringify(`lab/${command === 'dev' ? name : hashedName(name, await guestFiles[name]())}.json`);
        updateConfig({
          vite: {
            define: {
              'import.meta.env.GUEST_FILE': await path('guest'),
              'import.meta.env.PLATFORM_FILE': await path('platform'),
              'import.meta.env.MACHINE_HASH': JSON.stringify(await machineHash()),
            },
          },
        });
      },
    },
  };
}
