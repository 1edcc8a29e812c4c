/** What a limit on idle loggers costs and saves, when a server has bursts. */

/** What a pool does over some bursts. */
export interface PoolWork {
  /** Loggers that stay idle after a burst. */
  readonly kept: number;
  /** Loggers that were made. */
  readonly made: number;
}

/** A pool that keeps at most `limit` idle loggers; each burst borrows `size` of them at once and returns them all. */
export function poolWork(limit: number, size: number, bursts: number): PoolWork {
  let [idle, made] = [0, 0];
  for (let burst = 0; burst < bursts; burst++) {
    made += Math.max(0, size - idle);
    idle = Math.min(limit, size);
  }
  return { kept: idle, made };
}
