/** Finds files of the playground by name rather than beside this one: a build may have moved this code elsewhere. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The path on disk of a file, by its path within `playground/`. Throws for one that there is not. */
export function playgroundFile(path: string): string {
  return require.resolve(`#playground/${path}`);
}

/** The path on disk of a file of a package. */
export function packageFile(name: string): string {
  return require.resolve(name);
}
