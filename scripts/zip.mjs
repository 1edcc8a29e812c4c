/** `npm run zip`: builds what is stale, and makes `leak-lab.zip`, which works wherever it is unpacked. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './command.mjs';
import { ensureInstalled } from './install.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  // It needs what may have been installed only now.
  const { zipOf } = await import('./zip-files.mjs');
  const { zip, count } = zipOf(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'leak-lab.zip'), zip);
  const megabytes = (zip.length / 1_000_000).toFixed(1);
  console.log(`leak-lab.zip has ${count} files and ${megabytes} MB. Unpack it on any static server.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
