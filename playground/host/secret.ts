/** Draws the number that a program cannot foresee, though equal programs and workloads give equal results. */

/**
 * An unsigned 32-bit number from the compiled program (any text) and the run's seed. It is a hash of its own
 * (FNV-1a, then MurmurHash3's finalizer), so it has nothing to do with the numbers that the seed gives `Math.random`.
 */
export function secretOf(code: string, seed: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < code.length; at++) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193);
  return finalize(finalize(hash) ^ Math.imul(seed, 0x9e3779b1));
}

function finalize(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
