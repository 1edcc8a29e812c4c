/** Entry of the worker in a browser. */

import type { ToWorker } from '../protocol.ts';
import { serve } from './worker.ts';

declare const self: {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
};

serve({
  post: (message) => {
    self.postMessage(message);
  },
  listen: (onMessage) => {
    self.addEventListener('message', ({ data }) => {
      onMessage(data);
    });
  },
});
