/** A figure drawn by Chart.js in the same frame as the picture made at build, which stands in until it has arrived. */

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { RunFrame } from '#src/figures/RunFrame.tsx';
import { Grid, Marks, RunPicture } from '#src/figures/RunPicture.tsx';
import type { RunFigure } from '#src/figures/run-figure.ts';
import type { Strings } from '#src/strings/strings.ts';
import type { LiveChart, createLiveChart } from './live-chart.ts';
import { Readout } from './Readout.tsx';

interface LiveFigureProps {
  readonly figure: RunFigure;
  readonly words: Strings['workbench'];
}

interface ChartModule {
  readonly createLiveChart: typeof createLiveChart;
}

export function LiveFigure({ figure, words }: LiveFigureProps): JSX.Element {
  const [module, setModule] = useState<ChartModule>();
  useEffect(() => {
    import('./live-chart.ts').then(
      (loaded) => setModule(loaded),
      (error: unknown) => reportError(error), // The picture goes on showing the same figure.
    );
  }, []);
  if (module === undefined) return <RunPicture figure={figure} words={words} />;
  return (
    <RunFrame figure={figure} words={words}>
      <svg class="run-lines" aria-hidden="true" focusable="false">
        <Grid figure={figure} />
      </svg>
      <Canvas figure={figure} module={module} />
      <svg class="run-lines" aria-hidden="true" focusable="false">
        <Marks figure={figure} />
      </svg>
      <Readout figure={figure} words={words} />
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
    <div class="run-canvas" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
