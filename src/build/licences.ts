/** Writes `licences.txt`: the licence of every package of which a part is sent to browsers, as their authors ask. */

import { existsSync, globSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

import { site } from '../site.ts';

/** Packages that are sent and that no module names: the page's islands, its loader, the search, and the compiler inside the editor. */
const unnamed = ['astro', 'vite', 'pagefind', 'typescript-program'];
/** Where a licence file goes on to what its package's build tools have in them, which is not sent. */
const notSent = /^# Licenses of bundled dependencies$[\s\S]*/m;

const licenceFile = /^(?:licen[cs]e|copying|notice|third-?party-?notice)/i;
/** What we say ourselves of a package whose licence file does not say all. */
const noteFiles = fileURLToPath(new URL('licences/', import.meta.url));
const rule = '='.repeat(80);

/** Folder of the package to which a module belongs; `undefined` for a module of ours. */
export function packageFolder(id: string): string | undefined {
  // Style sheets and scripts of components are modules with a query; Vite and we put a prefix before some.
  return /(?:(?<![a-z])[a-z]:)?[^\0:]*\/node_modules\/(?:@[^/]+\/)?[^/@?]+/i.exec(
    id.replaceAll('\\', '/'),
  )?.[0];
}

/** The section of one package. Throws when its folder has no licence, and nothing is noted about it. */
export function licenceSection(folder: string, notes: string = noteFiles): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const note = join(notes, `${name.replace('/', '-')}.txt`);
  const own = globSync('{*,*/*}', { cwd: folder }).filter(
    (path) => licenceFile.test(path) && statSync(join(folder, path)).isFile(),
  );
  const files = [...own.sort().map((file) => join(folder, file)), ...(existsSync(note) ? [note] : [])];
  if (files.length === 0)
    throw new Error(
      `${name} is sent to browsers, and its licence is not known: say it in src/build/licences/.`,
    );
  const texts = files.map((file) => readFileSync(file, 'utf8').replace(notSent, '').trim());
  return [rule, `${name} ${version}`, rule, '', texts.join('\n\n')].join('\n');
}

/** An integration for the site, and a plugin for the bundles of its workers, which Vite makes apart. */
export function licences(): { readonly integration: AstroIntegration; readonly plugin: Plugin } {
  const folders = new Set<string>();
  const take = (id: string) => {
    const folder = packageFolder(id);
    if (folder !== undefined) folders.add(realpathSync(folder));
  };
  const plugin: Plugin = {
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      const isServer = this.environment.name !== 'client';
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        // What renders the pages at build stays here; its style sheets do not.
        file.moduleIds.filter((id) => !isServer || /\.css\b|type=style/.test(id)).forEach(take);
      }
    },
  };
  const integration: AstroIntegration = {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        for (const name of unnamed) take(fileURLToPath(new URL(`node_modules/${name}/`, config.root)));
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir, logger }) => {
        const own = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8').trim();
        const sections = [...folders].sort(byName).map((folder) => licenceSection(folder));
        writeFileSync(new URL('licences.txt', dir), `${[opening, own, ...sections].join('\n\n')}\n`);
        logger.info(`Licences of ${folders.size} packages are in licences.txt.`);
      },
    },
  };
  return { integration, plugin };
}

const opening = `${site.name} is under the MIT licence, which stands first. Parts of the packages below are sent to browsers with it.`;

const byName = (a: string, b: string): number => nameIn(a).localeCompare(nameIn(b), 'en');
const nameIn = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/'));
