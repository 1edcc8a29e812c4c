/** One line on a terminal that says how far a run is; nothing at all where no person is looking. */

import type { WriteStream } from 'node:tty';

export interface Progress {
  /** Replaces the line. */
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

/** Milliseconds between two states of the line. */
const everyMs = 100;
const eraseLine = '\r\u001b[2K';

/** `stream` is a terminal or a pipe; only a terminal is written to. */
export function createProgress(
  stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number },
): Progress {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shownAt = -Infinity;
  let isShown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      isShown = true;
      // Some terminals do not know how wide they are, and say 0.
      const { columns = 0 } = stream;
      stream.write(eraseLine + text.slice(0, (columns === 0 ? 80 : columns) - 1));
    },
    clear: () => {
      if (isShown) stream.write(eraseLine);
      isShown = false;
    },
  };
}
