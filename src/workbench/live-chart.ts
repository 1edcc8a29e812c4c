/** The live chart: Chart.js draws a figure's lines over the frame that the page draws itself. */

import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
import annotationPlugin from 'chartjs-plugin-annotation';

import type { Role } from '#src/figures/drawn-run.ts';
import type { RunFigure } from '#src/figures/run-figure.ts';
import type { Point, Series } from '#src/figures/run-series.ts';
import type { Strings } from '#src/strings/strings.ts';
import { annotationsFor } from './chart-annotations.ts';

Chart.register(LineController, LineElement, LinearScale, PointElement, annotationPlugin);

export interface LiveChart {
  draw(figure: RunFigure): void;
  destroy(): void;
}

/** Room around the plot for markers at its edges; equal to the inset of `.run-canvas`. */
const MARGIN = 10;

type LineChart = Chart<'line', Point[]>;

export function createLiveChart(canvas: HTMLCanvasElement, words: Strings['workbench']): LiveChart {
  const config: ChartConfiguration<'line', Point[]> = {
    type: 'line',
    data: { datasets: [] },
    options: STEADY,
  };
  const chart: LineChart = new Chart(canvas, config);
  let shown: RunFigure | undefined;
  const draw = (figure: RunFigure) => {
    shown = figure;
    const colour = coloursOf(canvas);
    chart.data.datasets = figure.series.map((series) => datasetOf(series, colour, words));
    chart.options = optionsFor(figure, colour, words);
    chart.update('none');
  };
  const recolour = new MutationObserver(() => shown && draw(shown));
  recolour.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return {
    draw,
    destroy: () => {
      recolour.disconnect();
      chart.destroy();
    },
  };
}

/** A role's colour, or the limit's, as the page has it now. */
export type Colours = (name: Role | 'limit') => string;

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name === 'limit' ? '--ll-limit' : `--ll-${name}-shape`).trim();
}

function datasetOf(
  series: Series,
  colour: Colours,
  words: Strings['workbench'],
): ChartDataset<'line', Point[]> {
  const { role, faded } = series;
  const last = series.points.length - 1;
  const marked = !faded && series.death === undefined;
  return {
    label: words.roles[role],
    data: [...series.points],
    borderColor: faded ? `${colour(role)}4d` : colour(role),
    backgroundColor: colour(role),
    borderWidth: role === 'mine' ? 3.5 : 2,
    borderDash: role === 'fixed' ? [7, 4] : [],
    pointStyle: ({ leaky: 'circle', fixed: 'rect', mine: 'rectRot' } as const)[role],
    pointRadius: ({ dataIndex }) => (marked && dataIndex === last ? 4.5 : 0),
    clip: false,
  };
}

const STEADY: ChartOptions<'line'> = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  layout: { padding: MARGIN },
  events: [],
};

function optionsFor(figure: RunFigure, colour: Colours, words: Strings['workbench']): ChartOptions<'line'> {
  return {
    ...STEADY,
    scales: {
      x: { type: 'linear', display: false, min: 0, max: figure.x.max },
      y: { type: 'linear', display: false, min: 0, max: figure.y.max },
    },
    plugins: {
      annotation: { clip: false, annotations: annotationsFor(figure, colour, words) },
    },
  };
}
