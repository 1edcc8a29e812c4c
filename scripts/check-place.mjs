/** Before the bundler runs by itself (`npm run build`, `npm run dev`): says in a sentence where it could not. */

import { ensureNameable } from './place.mjs';

try {
  ensureNameable();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
