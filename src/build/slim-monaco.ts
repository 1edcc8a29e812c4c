/** Takes out of Monaco what no program here needs, and keeps its style sheets with its code. */

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Plugin } from 'vite';

import { engineLibrary } from '#playground/compiler/engine-library.ts';
import { compilerOptions } from '#playground/compiler/options.ts';

const monaco = '/monaco-editor/esm/vs/';
const styles = '\0monaco-styles:';

/**
 * A Vite plugin, for pages and workers. Astro drops the style sheets of code that a page fetches late, so Monaco's
 * become part of its modules. TypeScript's declarations of the browser go (400 kB compressed), as do the features
 * that Monaco's module for workers imports, as a by-product of its own bundling, and a second copy of the worker.
 */
export function slimMonaco(): Plugin {
  return {
    name: 'slim-monaco',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (importer === undefined || !importer.includes(monaco) || !source.endsWith('.css')) return undefined;
      return `${styles}${join(dirname(importer), source)}.js`;
    },
    async load(id) {
      if (!id.startsWith(styles)) return undefined;
      const file = id.slice(styles.length, -'.js'.length);
      return styleModule(await readFile(file, 'utf8'), file);
    },
    transform(code, id) {
      if (!id.includes(monaco)) return undefined;
      if (id.endsWith('/typescript/lib/lib.js')) return neededLibs(id);
      if (id.endsWith('/internal/common/workers.js')) return code.replaceAll(/^import '[^']+';$/gm, '');
      if (id.endsWith('/typescript/workerManager.js')) return withoutWorker(code);
      return undefined;
    },
  };
}

/** A module that puts a style sheet into the page; files that the sheet names become assets. */
function styleModule(css: string, file: string): string {
  const imports: string[] = [];
  const text = JSON.stringify(css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' '));
  const body = text.replaceAll(/url\((?:\\")?(\.[^)"\\]+)(?:\\")?\)/g, (_, path: string) => {
    imports.push(`import asset${imports.length} from ${JSON.stringify(`${join(dirname(file), path)}?url`)};`);
    return `url(" + asset${imports.length - 1} + ")`;
  });
  const inject = `const style = document.createElement('style'); style.textContent = ${body}; document.head.append(style);`;
  return [...imports, inject].join('\n');
}

/** Only the declarations that the compiler options name, and what those refer to. */
async function neededLibs(file: string): Promise<string> {
  const { libFileMap: all } = (await import(pathToFileURL(file).href)) as {
    libFileMap: Record<string, string>;
  };
  const kept = new Map<string, string>();
  const keep = (name: string) => {
    const text = all[name];
    if (kept.has(name)) return;
    if (text === undefined) throw new Error(`Monaco has no ${name}.`);
    const library = engineLibrary(name, text);
    kept.set(name, library);
    for (const [, reference] of library.matchAll(/<reference lib="([^"]+)"/g)) keep(`lib.${reference}.d.ts`);
  };
  for (const name of compilerOptions.lib ?? []) keep(name);
  return `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept))};`;
}

/** The page starts a worker of its own; without this the bundler would make a second one that nobody starts. */
function withoutWorker(code: string): string {
  const slim = code.replace(/createWorker: \(\) => new Worker\([^\n]*\),\n/, '');
  if (slim === code) throw new Error('Monaco starts its TypeScript worker in another way than expected.');
  return slim;
}
