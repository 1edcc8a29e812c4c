/** The live chart: Chart.js draws a figure's lines. Axes, labels, markers and limits are the frame's, as in the picture. */

import {
  Chart,
  type ChartDataset,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Scale,
} from 'chart.js';

import type { Role } from '#src/chart/drawn-run.ts';
import type { RunFigure } from '#src/chart/run-figure.ts';
import { isPresented } from '#src/present/is-presented.ts';
import type { ChartPoint, ChartSeries } from '#src/chart/run-series.ts';

Chart.register(LineController, LineElement, LinearScale, PointElement);

export interface LiveChart {
  draw(figure: RunFigure): void;
  destroy(): void;
}

type LineChart = Chart<'line', ChartPoint[]>;
type LineDataset = ChartDataset<'line', ChartPoint[]>;
type Colours = Readonly<Record<Role, string>>;

/** Draws on a canvas that covers the plot exactly. */
export function createLiveChart(canvas: HTMLCanvasElement): LiveChart {
  const chart: LineChart = new Chart(canvas, { type: 'line', data: { datasets: [] }, options: steady });
  let colours = coloursOf(canvas);
  let shown: RunFigure | undefined;
  const draw = (figure: RunFigure) => {
    shown = figure;
    drawFigure(chart, figure, colours);
  };
  const recolour = new MutationObserver(() => {
    colours = coloursOf(canvas);
    if (shown !== undefined) draw(shown);
  });
  recolour.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return {
    draw,
    destroy: () => {
      recolour.disconnect();
      chart.destroy();
    },
  };
}

/** What never changes. Everything that costs time on each update is off: a run redraws with every frame. */
const steady: ChartOptions<'line'> = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  scales: {
    x: { type: 'linear', display: false, min: 0, afterBuildTicks: withoutTicks },
    y: { type: 'linear', display: false, min: 0, afterBuildTicks: withoutTicks },
  },
  elements: { point: { radius: 0, hitRadius: 0 }, line: { tension: 0 } },
};

/** The frame draws the ticks; Chart.js would measure labels that nobody sees. */
function withoutTicks(scale: Scale): void {
  scale.ticks = [];
}

/** Chart.js draws the lowest order last; a figure's last line lies on top. */
function drawFigure(chart: LineChart, figure: RunFigure, colours: Colours): void {
  const { datasets } = chart.data;
  datasets.length = figure.series.length;
  figure.series.forEach((series, index) => {
    datasets[index] = Object.assign(datasets[index] ?? { data: [] }, looksOf(series, colours), {
      order: -index,
    });
  });
  const { x, y } = chart.options.scales ?? {};
  if (x) x.max = figure.x.max;
  if (y) y.max = figure.y.max;
  chart.update('none');
}

/** Lines that are seen from the last row of a room. */
const thickness = isPresented ? 2.5 : 1;

/** The strokes of run-figure.css. Chart.js keeps its own array, since it listens to changes of what it is given. */
function looksOf({ role, faded, points }: ChartSeries, colours: Colours): LineDataset {
  return {
    data: [...points],
    borderColor: faded ? `${colours[role]}4d` : colours[role],
    borderWidth: (role === 'mine' ? 3.5 : 2) * thickness,
    borderDash: role === 'fixed' ? [7 * thickness, 4 * thickness] : [],
    clip: false,
  };
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (role: Role) => style.getPropertyValue(`--ll-${role}-shape`).trim();
  return { leaky: colour('leaky'), fixed: colour('fixed'), mine: colour('mine') };
}
