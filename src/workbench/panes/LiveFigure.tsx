/** A figure drawn by Chart.js in the same frame as the picture made at build, which stands in until it has arrived. */

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { RunFrame } from '#src/chart/RunFrame.tsx';
import { Grid, Lines, Marks } from '#src/chart/RunPicture.tsx';
import type { Role } from '#src/chart/drawn-run.ts';
import type { RunFigure } from '#src/chart/run-figure.ts';
import type { LiveChart, createLiveChart } from './live-chart.ts';
import { Readout } from './Readout.tsx';

interface LiveFigureProps {
  readonly figure: RunFigure;
  readonly toggle?: ((role: Role) => void) | undefined;
}

interface ChartModule {
  readonly createLiveChart: typeof createLiveChart;
}

/** The lines are drawn as SVG until Chart.js has arrived, and on paper, where a canvas keeps the pixels of the screen. */
export function LiveFigure({ figure, toggle }: LiveFigureProps): JSX.Element {
  const [module, setModule] = useState<ChartModule>();
  useEffect(() => {
    import('./live-chart.ts').then(
      (loaded) => setModule(loaded),
      (error: unknown) => reportError(error), // The picture goes on showing the same figure.
    );
  }, []);
  return (
    <RunFrame figure={figure} toggle={toggle}>
      <svg class="ll-run-lines" aria-hidden="true" focusable="false">
        <Grid figure={figure} />
      </svg>
      {module === undefined ? null : <Canvas figure={figure} module={module} />}
      <svg class="ll-run-lines" data-on={module && 'paper'} aria-hidden="true" focusable="false">
        <Lines figure={figure} />
      </svg>
      <svg class="ll-run-lines" aria-hidden="true" focusable="false">
        <Marks figure={figure} />
      </svg>
      <Readout figure={figure} />
    </RunFrame>
  );
}

interface CanvasProps {
  readonly figure: RunFigure;
  readonly module: ChartModule;
}

function Canvas({ figure, module }: CanvasProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<LiveChart | undefined>(undefined);
  useEffect(() => {
    if (canvas.current === null) return;
    const created = module.createLiveChart(canvas.current);
    chart.current = created;
    return () => created.destroy();
  }, [module]);
  useEffect(() => chart.current?.draw(figure), [figure, module]);
  return (
    <div class="ll-run-canvas" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
