/** A chart as a picture in plain SVG: made at build, read without any script and in print. */

import type { JSX } from 'preact';

import type { Role } from './drawn-run.ts';
import type { RunFigure } from './run-figure.ts';
import { RunFrame, percent } from './RunFrame.tsx';
import type { ChartSeries } from './run-series.ts';

interface PictureProps {
  readonly figure: RunFigure;
  readonly toggle?: ((role: Role) => void) | undefined;
}

/** The figure with its lines drawn. Its words are in the frame, so the drawing itself is silent. */
export function RunPicture({ figure, toggle }: PictureProps): JSX.Element {
  return (
    <RunFrame figure={figure} toggle={toggle}>
      <svg class="ll-run-lines" aria-hidden="true" focusable="false">
        <Grid figure={figure} />
        <Lines figure={figure} />
        <Marks figure={figure} />
      </svg>
    </RunFrame>
  );
}

/** All lines of a figure, over the whole plot. */
export function Lines({ figure }: Pick<PictureProps, 'figure'>): JSX.Element {
  return (
    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%">
      {figure.series.map((series, index) => (
        <Line key={index} series={series} figure={figure} />
      ))}
    </svg>
  );
}

/** Grid lines, and the memory limit where there is one. Drawn below lines and canvas alike. */
export function Grid({ figure }: Pick<PictureProps, 'figure'>): JSX.Element {
  const { limit } = figure;
  return (
    <g>
      {figure.y.ticks.map(({ value }) => {
        const y = percent(1 - value / figure.y.max);
        return <line key={value} class="ll-run-grid" x1="0" x2="100%" y1={y} y2={y} />;
      })}
      {limit === undefined ? null : (
        <line class="ll-run-limit" x1="0" x2="100%" y1={at(limit.value)} y2={at(limit.value)} />
      )}
    </g>
  );

  function at(value: number): string {
    return percent(1 - value / figure.y.max);
  }
}

interface DrawnSeries {
  readonly series: ChartSeries;
  readonly figure: RunFigure;
}

function Line({ series, figure }: DrawnSeries): JSX.Element {
  const x = (value: number) => Math.round((value / figure.x.max) * 1000);
  const y = (value: number) => Math.round((1 - value / figure.y.max) * 1000);
  const points = series.points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
  return <polyline class="ll-run-line" data-role={series.role} data-faded={series.faded} points={points} />;
}

/** Markers at the ends of lines; over lines and canvas alike. */
export function Marks({ figure }: Pick<PictureProps, 'figure'>): JSX.Element {
  const series = figure.series.filter(({ faded }) => !faded);
  return (
    <g>
      <PredictionMark figure={figure} />
      {series.map((each) => (
        <Mark key={each.role} series={each} figure={figure} />
      ))}
    </g>
  );
}

/** The marker at a line's end, or the cross where the server died. */
function Mark({ series, figure }: DrawnSeries): JSX.Element | null {
  const last = series.points.at(-1);
  if (last === undefined || figure.view.type === 'survivors') return null;
  const place = { x: percent(last.x / figure.x.max), y: percent(1 - last.y / figure.y.max) };
  if (series.death === undefined) {
    return (
      <svg x={place.x} y={place.y} overflow="visible" class="ll-run-mark" data-role={series.role}>
        <path d={markers[series.role]} />
      </svg>
    );
  }
  return (
    <svg x={place.x} y={place.y} overflow="visible" class="ll-run-death">
      <path d="M-6-6L6 6M-6 6L6-6" />
    </svg>
  );
}

/** The reader's prediction: a dotted line to a hollow marker at the right edge, kept within the plot. */
function PredictionMark({ figure }: Pick<PictureProps, 'figure'>): JSX.Element | null {
  if (figure.predicted === undefined) return null;
  const height = (value: number) => percent(1 - Math.min(1, value / figure.y.max));
  const [start, end] = [height(figure.predicted.start), height(figure.predicted.end)];
  return (
    <g class="ll-run-prediction">
      <line x1="0" x2="100%" y1={start} y2={end} />
      <circle cx="100%" cy={end} r="5" />
    </g>
  );
}

/** Round for leaky, square for fixed, a diamond for mine. */
const markers: Readonly<Record<ChartSeries['role'], string>> = {
  leaky: 'M4.5 0A4.5 4.5 0 1 1-4.5 0A4.5 4.5 0 1 1 4.5 0',
  fixed: 'M-4-4H4V4H-4Z',
  mine: 'M0-6L6 0L0 6L-6 0Z',
};
