/** Axes of a chart: a domain that starts at 0 and a few round ticks within it. */

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** An axis from 0 to `max`. */
export interface Axis {
  readonly max: number;
  readonly ticks: readonly Tick[];
}

const roundSteps = [1, 2, 2.5, 5, 10];

/** The smallest round step with which `most` steps cover `max`; at least `smallest`. */
export function roundStep(max: number, most: number, smallest: number): number {
  const rough = Math.max(max / most, smallest, Number.MIN_VALUE);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = roundSteps.find((step) => step * magnitude >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * magnitude;
  return smallest === 1 ? Math.ceil(step) : step;
}

/** Whether an axis ends on a tick (`round`) or exactly at the last value (`exact`). */
export type AxisEnd = 'round' | 'exact';

export interface AxisShape {
  readonly max: number;
  /** Most steps between ticks. */
  readonly steps: number;
  readonly end: AxisEnd;
  /** What round values are round in: 1, or the bytes of a MiB. */
  readonly unit: number;
  /** The least step, in units. */
  readonly smallest: number;
  readonly label: (value: number) => string;
}

/** An axis with round ticks for values from 0 up to `max`. */
export function axisUpTo({ max, steps, end, unit, smallest, label }: AxisShape): Axis {
  const top = max > 0 ? max / unit : 1;
  const step = roundStep(top, steps, smallest);
  const last = end === 'round' ? Math.ceil(top / step - 1e-9) : Math.floor(top / step + 0.01);
  const ticks = Array.from({ length: last + 1 }, (_, index) => {
    const value = index * step * unit;
    return { value, label: label(value) };
  });
  return { max: (end === 'round' ? last * step : top) * unit, ticks };
}
