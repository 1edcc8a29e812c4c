/** What the site promises of its own memory; `tests/e2e/self-leak.spec.ts` holds it to that, and the landing page says so. */

export const selfLeak = {
  /** Runs on one page, one after the other. */
  runs: 30,
  /** Visits to one page, with a run and an edit on each. */
  visits: 8,
  /**
   * Growth that is noise: what caches and compiled code of the browser's own move by. Of the heap that is ever less: in 42 runs it
   * grew by 220, 59, 123, 132, 74 and 23 kB with each six.
   */
  most: { nodes: 40, listeners: 10, heapPercent: 15 },
} as const;
