/** Waiting for somebody who may never answer, fairly: what held up the one who waits is not counted. */

/** The most milliseconds of a slice of a wait. */
const longestSliceMs = 100;

/**
 * Calls `giveUp` after so many milliseconds; what it returns calls that off. The wait is counted in slices of 100 ms at most, and
 * a slice that comes late counts once: a tab that slept, a busy machine or a long task uses up one, and an answer that has come
 * meanwhile is heard first.
 */
export function waitFor(ms: number, giveUp: () => void): () => void {
  let left = Math.max(1, Math.ceil(ms / longestSliceMs));
  const sliceMs = ms / left;
  const slice = (): void => {
    left -= 1;
    if (left === 0) giveUp();
    else timer = setTimeout(slice, sliceMs);
  };
  let timer = setTimeout(slice, sliceMs);
  return () => clearTimeout(timer);
}
