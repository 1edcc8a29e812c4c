/** What the host tells the machine before it starts, as a module of the machine's own. */
declare module 'leak-lab:setup' {
  export const setup: {
    readonly transactions: number;
    readonly concurrency: number;
    readonly seed: number;
    readonly failureRate: number;
    readonly sharedIdRate: number;
    /** Virtual milliseconds between two virtual collections; 0 for never. */
    readonly collectorMs: number;
    readonly settleMs: number;
    /** Number of classes in the program. */
    readonly sites: number;
  };
}

/** The reader's program, compiled. */
declare module 'program' {
  export const CnchServerResource: unknown;
  export const gauges: unknown;
  export const Watch: unknown;
}

/** What the program names beyond the language, as the host found it. */
declare module 'leak-lab:platform' {
  /** Puts it where the program looks for it, and returns all that the program can reach of it. */
  export function installPlatform(): readonly unknown[];
}

/** The machine's own. */
declare function queueMicrotask(callback: () => void): void;
