/** Slopes of what a run measured: robust ones for noise, and exact bounds for growth in steps. */

/** A value read after so many transactions. */
export interface Point {
  readonly transactions: number;
  readonly value: number;
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
      const rise = b.value - a.value;
      if (run <= 0) continue;
      low = Math.max(low, (rise - step) / run);
      high = Math.min(high, (rise + step) / run);
    }
  }
  return low < high ? { low, high } : undefined;
}

/** A strip along a line, as high as all points within it are away from one another. */
export interface Strip {
  readonly slope: number;
  readonly height: number;
}

/** The flattest strip that holds all points. Its height, as a function of its slope, has one valley: the search halves what is left. */
export function flattestStrip(points: readonly Point[]): Strip {
  const slopes = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const run = to.transactions - from.transactions;
    return run > 0 ? [(to.value - from.value) / run] : [];
  });
  let [low, high] = [Math.min(...slopes), Math.max(...slopes)];
  for (let turn = 0; turn < 60; turn++) {
    const slope = (low + high) / 2;
    const { highest, lowest } = extremes(points, slope);
    if (highest.transactions > lowest.transactions) low = slope;
    else high = slope;
  }
  const slope = (low + high) / 2;
  const { highest, lowest } = extremes(points, slope);
  return { slope, height: above(highest, slope) - above(lowest, slope) };
}

function above(point: Point, slope: number): number {
  return point.value - slope * point.transactions;
}

function extremes(
  points: readonly Point[],
  slope: number,
): { readonly highest: Point; readonly lowest: Point } {
  let [highest, lowest] = [points[0], points[0]];
  for (const point of points) {
    if (highest === undefined || above(point, slope) > above(highest, slope)) highest = point;
    if (lowest === undefined || above(point, slope) < above(lowest, slope)) lowest = point;
  }
  const none = { transactions: 0, value: 0 };
  return { highest: highest ?? none, lowest: lowest ?? none };
}

/**
 * The mean of the last third of T transactions minus the mean of the first, over the distance of their middles; counts between
 * points are taken to lie on a line. For k objects in every m transactions in a row, in whatever order, and points that are w
 * apart at most, the share by which this is off is at most 9/8 (m/T)² + 3/2 (w/T) (1 + 3m/T). The first term: how far such growth is
 * from its own line repeats every m; a third holds whole periods, which come to nothing, and part of one, which comes to
 * km/8 at most. The second: an object counts from the middle of the gap in which it was made, w/2 from the truth at most, and a third
 * holds kT/3m + k of them at most.
 */
export function rateOfMeans(points: readonly Point[]): number {
  const begin = points[0]?.transactions ?? 0;
  const end = points.at(-1)?.transactions ?? 0;
  const third = (end - begin) / 3;
  return (meanBetween(points, end - third, end) - meanBetween(points, begin, begin + third)) / (2 * third);
}

function meanBetween(points: readonly Point[], begin: number, end: number): number {
  let area = 0;
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const left = Math.max(begin, from.transactions);
    const right = Math.min(end, to.transactions);
    if (right <= left) return;
    const share = ((left + right) / 2 - from.transactions) / (to.transactions - from.transactions);
    area += (right - left) * (from.value + share * (to.value - from.value));
  });
  return area / (end - begin);
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
