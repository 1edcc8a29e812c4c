/** The lines and bars of a gauge's picture as paths, made when the site is built and again for each window that a reader chooses. */

import { compared, type Windows } from './gauge-windows.ts';

/** Units of the picture: one for each reading; the curve above, the bars below it, and room for bars that point down. */
export const curveHeight = 96;
export const barsFloor = 176;
export const pictureHeight = 192;
const barsHeight = 68;
/** A rise as high as the bars may be, where no window adds more: so that noise stays low. */
const leastScale = 50;

/** Paths by what they draw. */
export interface GaugePaths {
  /** The readings before a leak, and those from its beginning on. */
  readonly healthy: string;
  readonly leaking: string;
  /** The low of each window, as steps. */
  readonly lows: string;
  /** What each window adds; what falls points down, cut short. */
  readonly bars: string;
  /** Of these, the rises in a row that are most alike. */
  readonly alike: string;
}

/** Draws a gauge's readings, and windows of so many readings over them. Moves are relative, since such paths repeat themselves and pack well. */
export function gaugePaths(
  values: readonly number[],
  leaksFrom: number,
  length: number,
  { lows, rises, alike }: Windows,
): GaugePaths {
  const top = Math.max(...values, 1);
  // In steps of two units, a CSS pixel or so, most noise is a straight line.
  const height = (value: number): number => 2 * Math.round((curveHeight / 2) * (1 - value / top));
  const first = Math.min(leaksFrom, values.length);
  const scale = Math.max(...rises, leastScale);
  const isAlike = (index: number): boolean =>
    alike !== undefined && index >= alike.from && index < alike.from + compared;
  return {
    healthy: curve(values.slice(0, first + 1).map(height), 0),
    leaking: curve(values.slice(first).map(height), first),
    lows: steps(lows.map(height), length),
    bars: bars(rises, scale, length, (index) => !isAlike(index)),
    alike: bars(rises, scale, length, isAlike),
  };
}

/** A line through heights, a unit apart; where it is straight, in one piece. */
function curve(heights: readonly number[], from: number): string {
  const pieces: [width: number, fall: number][] = [];
  for (let at = 1; at < heights.length; at++) {
    const fall = heights[at]! - heights[at - 1]!;
    const last = pieces.at(-1);
    if (fall === 0 && last?.[1] === 0) last[0]++;
    else pieces.push([1, fall]);
  }
  return pieces.length === 0
    ? ''
    : `M${from} ${heights[0]}l${pieces.map((piece) => piece.join(' ')).join(' ')}`;
}

function steps(heights: readonly number[], width: number): string {
  return heights
    .map((height, at) => (at === 0 ? `M0 ${height}` : `v${height - heights[at - 1]!}`) + `h${width}`)
    .join('');
}

/** A bar under the window that each rise ends with; none for a rise of nothing. */
function bars(
  rises: readonly number[],
  scale: number,
  length: number,
  isDrawn: (index: number) => boolean,
): string {
  const width = Math.max(1, length - 2);
  let path = `M0 ${barsFloor}`;
  let pen = 0;
  for (const [index, rise] of rises.entries()) {
    const height = barHeight(rise, scale);
    if (height === 0 || !isDrawn(index)) continue;
    const from = (index + 1) * length + 1;
    path += `m${from - pen} 0v${-height}h${width}v${height}`;
    pen = from + width;
  }
  return path;
}

/** Upwards for a rise, and at least a unit; downwards and cut short for a fall. */
function barHeight(rise: number, scale: number): number {
  const height = (barsHeight * rise) / scale;
  return rise > 0
    ? Math.max(1, Math.round(height))
    : Math.max(barsFloor - pictureHeight + 2, Math.floor(height));
}
