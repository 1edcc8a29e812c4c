/** What the host tells the machine before it starts, as a module of the machine's own. */
declare module 'leak-lab:setup' {
  export const setup: {
    readonly transactions: number;
    readonly concurrency: number;
    readonly seed: number;
    /** An unsigned 32-bit number that the program cannot know: what it must not foresee is drawn from it. */
    readonly secret: number;
    readonly failureRate: number;
    readonly sharedIdRate: number;
    /** Virtual milliseconds between two virtual collections; 0 for never. */
    readonly collectorMs: number;
    readonly settleMs: number;
    /** Transactions that begin first and end last; 0 for a server that is emptied now and then. */
    readonly stragglers: number;
    /** How many times as slowly as usual transactions come and go. */
    readonly pace: number;
    /** Number of classes in the program. */
    readonly sites: number;
    /** Whether the census notes the transaction of each instance, and how each transaction ended. */
    readonly keepsOwners: boolean;
    /** Whether the program seems to export something named `then`, for which `import()` would take it for a promise. */
    readonly isThenable: boolean;
  };
}

/** The program's exports as one: to be imported where they seem to have a `then`. */
declare module 'leak-lab:thenable' {
  export const program: Readonly<Record<string, unknown>>;
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
