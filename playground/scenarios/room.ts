/** Bytes that a program may take before growth into them could be seen; the reference pages say so too. */

/** Bytes for each character of compiled code that a program may hold before its first transaction, and in all beside. */
export const roomFor = { character: 6, beside: 10 * 2 ** 10, most: 128 * 2 ** 10 };

/** Bytes of a number in a typed array: a leak that fills one per transaction has used up so much in the longest run, and shows. */
export const roomPerTransaction = 4;

/** Bytes that a program may hold at its first sample, for each transaction in flight and in all beside. */
export const roomSoon = { inFlight: 16 * 2 ** 10, beside: 512 * 2 ** 10 };
