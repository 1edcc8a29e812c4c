/** The module `node:process`, and the global of that name. */

import { nextTick, process } from './process-object.ts';

const { env, emitWarning, hrtime, uptime } = process;

export { process as default, emitWarning, env, hrtime, nextTick, uptime };
