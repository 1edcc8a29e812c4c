/** Writes a Content Security Policy into every built page: our own files, and the inline scripts by their hash. */

import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { directives, policyText } from './policy-directives.ts';

/** Script types that browsers execute; others, such as JSON, need no hash. */
const executed = new Set(['', 'module', 'text/javascript']);

/** Sources of the inline scripts of a page, in order. */
function inlineScripts(html: string): string[] {
  const found: string[] = [];
  for (const [, attributes = '', source = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const type = /\btype="?([^"\s>]*)/.exec(attributes)?.[1] ?? '';
    if (!/\bsrc=/.test(attributes) && executed.has(type)) found.push(source);
  }
  return found;
}

/** The policy for one page. */
export function policyFor(html: string): string {
  const hashes = new Set(
    inlineScripts(html).map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`),
  );
  return policyText({ ...directives, 'script-src': [...directives['script-src'], ...hashes] });
}

/** The page with its policy, placed before anything that could load or run. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html)}">`;
  const page = html.replace(/<head\b[^>]*>(<meta charset="[^"]*"\s*\/?>)?/, (head) => head + meta);
  if (page === html) throw new Error('A built page has no <head>, so it cannot carry its security policy.');
  return page;
}

/** Astro's own policy does not see scripts marked `is:inline`, as Starlight's are; so this reads the built pages. */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for await (const name of glob('**/*.html', { cwd: root })) {
          const file = join(root, name);
          await writeFile(file, withPolicy(await readFile(file, 'utf8')));
        }
      },
    },
  };
}
