/** Writes the size of the machine into the pages, once it is known: what a reader waits for is named in kB. */

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import type { AstroIntegration } from 'astro';

/** The built files of which a machine is made. */
const parts = ['_astro/quickjs.*.wasm', '_astro/web-worker*.js', 'lab/guest.*.json'];
const empty = 'data-machine-size=""';

/** Kilobytes of 1,000 bytes that a browser fetches for the machine, compressed. Throws where a part is not there. */
function machineSize(root: string): string {
  const bytes = parts.flatMap((part) => {
    const files = globSync(part, { cwd: root });
    if (files.length === 0) throw new Error(`No built file is named ${part}; has it been renamed?`);
    return files.map((file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length);
  });
  return `${Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1000)}`;
}

/** Fills in `data-machine-size`, which stands empty on every playground. */
export function writeMachineSize(): AstroIntegration {
  return {
    name: 'machine-size',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const filled = empty.replace('""', `"${machineSize(root)}"`);
        for (const name of globSync('**/*.html', { cwd: root })) {
          const html = readFileSync(join(root, name), 'utf8');
          if (html.includes(empty)) writeFileSync(join(root, name), html.replaceAll(empty, filled));
        }
      },
    },
  };
}
