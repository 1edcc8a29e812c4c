/** Slopes of what a run measured: robust ones for noise, and exact bounds for growth in steps. */

/** A value read after so many transactions. */
export interface Point {
  readonly transactions: number;
  readonly value: number;
  /** Transactions by which `transactions` may be wrong, either way; absent where it is exact. */
  readonly jitter?: number;
}

/** Slopes between which the true one lies. */
export interface SlopeRange {
  readonly low: number;
  readonly high: number;
}

/** The median of `values`; 0 when there are none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** Theil–Sen slope: the median of the slopes of all pairs; up to 29 % of the points may be wild. 0 for fewer than two points. */
export function theilSen(points: readonly Point[]): number {
  const slopes: number[] = [];
  points.forEach((from, index) => {
    for (const to of points.slice(index + 1)) {
      const run = to.transactions - from.transactions;
      if (run > 0) slopes.push((to.value - from.value) / run);
    }
  });
  return median(slopes);
}

/**
 * Slopes of all lines that stay within `step` above every point: those of a staircase of that step's height, whose points
 * were read just after, or long after, a step. `undefined` when there is no such line. `points` are in order of transactions.
 */
export function staircase(points: readonly Point[], step: number): SlopeRange | undefined {
  let low = -Infinity;
  let high = Infinity;
  for (let from = 0; from < points.length; from++) {
    for (let to = from + 1; to < points.length; to++) {
      const a = points[from];
      const b = points[to];
      if (a === undefined || b === undefined) continue;
      const run = b.transactions - a.transactions;
      const jitter = (a.jitter ?? 0) + (b.jitter ?? 0);
      const rise = b.value - a.value;
      low = Math.max(low, (rise - step) / (rise > step ? run + jitter : Math.max(1, run - jitter)));
      if (run > jitter)
        high = Math.min(high, (rise + step) / (rise + step > 0 ? run - jitter : run + jitter));
    }
  }
  return low < high ? { low, high } : undefined;
}

/** Height of the flattest strip that holds all points: how far they are from a straight line. */
export function unevenness(points: readonly Point[]): number {
  const values = points.map((point) => point.value);
  let never = 0;
  let surely = Math.max(...values) - Math.min(...values) + 1;
  for (let turn = 0; turn < 40 && surely - never > 1e-6 * surely; turn++) {
    const middle = (never + surely) / 2;
    if (staircase(points, middle) === undefined) never = middle;
    else surely = middle;
  }
  return surely;
}

/** A fraction in lowest terms. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fraction with the smallest denominator strictly between two positive numbers (a walk down the Stern–Brocot tree). */
export function simplestBetween(low: number, high: number): Fraction {
  const whole = Math.floor(low) + 1;
  if (whole < high) return { numerator: whole, denominator: 1 };
  const base = Math.floor(low);
  const highRest = high - base;
  const lowRest = low - base;
  if (lowRest <= 0) {
    const denominator = Math.floor(1 / highRest) + 1;
    return { numerator: base * denominator + 1, denominator };
  }
  const rest = simplestBetween(1 / highRest, 1 / lowRest);
  return { numerator: base * rest.numerator + rest.denominator, denominator: rest.numerator };
}

/** The greatest whole number that divides all of `values`; 0 when all are 0. */
export function commonDivisor(values: readonly number[]): number {
  return values.reduce((divisor, value) => {
    let a = divisor;
    let b = Math.abs(value);
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  }, 0);
}
