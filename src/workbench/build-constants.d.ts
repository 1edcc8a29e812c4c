/** What the build puts in place: see `src/build/guest-files.ts`. */

interface ImportMetaEnv {
  /** Paths, under the site's root, of the modules of every machine and of those of its platform. */
  readonly GUEST_FILE: string;
  readonly PLATFORM_FILE: string;
  /** Hash of all that judges a program: see `src/build/machine-hash.ts`. */
  readonly MACHINE_HASH: string;
}
