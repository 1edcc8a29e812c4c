/** Bytes that stay of each step of `public/v8-keeps-more.mjs`, in V8 and in this machine; a test runs the script in both. */

/** A kind of leak that V8 has and this machine has not, or has less of. */
export interface KeptByStep {
  /** As the script calls it. */
  readonly name: string;
  /** Measured in Node 26, rounded. */
  readonly v8: number;
  readonly here: number;
}

export const keptByStep: readonly KeptByStep[] = [
  { name: 'Closures of one scope', v8: 1000, here: 0 },
  { name: 'Registered symbols', v8: 90, here: 0 },
  { name: 'A part of a long text', v8: 1400, here: 74 },
  { name: 'A text put together from pieces', v8: 620, here: 154 },
  { name: 'An error whose stack nobody reads', v8: 1150, here: 434 },
];
