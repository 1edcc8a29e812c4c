/** Mutants that change nothing which a scenario asks for, each with the reason; the test holds the list exact. */

/** `scenario/program` → mutant → why it does no harm. */
export const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
