/** The shares into which the contract test deals the scenarios, because one test file keeps only one core at work. */

/** More than there may be cores, so that what takes long in one share evens out among the others. */
export const shares = 4;

declare module 'vitest' {
  interface ProvidedContext {
    /** The share of this run, from 0: every scenario whose place in the course has that rest. */
    readonly share: number;
  }
}
