/** Entry of the worker under Node. */

import { parentPort } from 'node:worker_threads';
import type { ToWorker } from '../protocol.ts';
import { serve } from '../worker/worker.ts';

const port = parentPort;
if (port === null) throw new Error('This module runs in a worker.');

serve({
  post: (message) => {
    port.postMessage(message);
  },
  listen: (onMessage) => {
    port.on('message', (message: ToWorker) => {
      onMessage(message);
    });
  },
});
