/** What stands on the live chart beside its lines: the memory limit, and the cross where a server died. */

import type { AnnotationOptions } from 'chartjs-plugin-annotation';

import type { RunFigure } from '#src/figures/run-figure.ts';
import { countWords } from '#src/figures/quantity-words.ts';
import type { Strings } from '#src/strings/strings.ts';
import type { Colours } from './live-chart.ts';

type Annotations = Record<string, AnnotationOptions>;

export function annotationsFor(figure: RunFigure, colour: Colours, words: Strings['workbench']): Annotations {
  const ink = colour('limit');
  const deaths = figure.series.flatMap(({ death, points, faded }, index) => {
    const at = points.at(-1);
    if (death === undefined || at === undefined || faded) return [];
    const label = words.figure.died(countWords(death.transaction));
    return Object.entries(deathAt(at, label, ink)).map(([name, mark]) => [`${name}-${index}`, mark] as const);
  });
  return { ...Object.fromEntries(deaths), ...limitLine(figure, ink) };
}

function limitLine({ limit }: RunFigure, ink: string): Annotations {
  if (limit === undefined) return {};
  return {
    limit: {
      type: 'line',
      yMin: limit.value,
      yMax: limit.value,
      borderColor: ink,
      borderWidth: 1.5,
      borderDash: [14, 6],
      label: {
        display: true,
        content: limit.label,
        position: 'start',
        yAdjust: -10,
        color: ink,
        backgroundColor: 'transparent',
        padding: { left: 6, right: 0, top: 0, bottom: 0 },
        font: { size: 13, weight: 'normal' },
      },
    },
  };
}

function deathAt(at: { readonly x: number; readonly y: number }, content: string, ink: string): Annotations {
  const place = { xValue: at.x, yValue: at.y };
  return {
    cross: {
      type: 'point',
      ...place,
      pointStyle: 'crossRot',
      radius: 7,
      borderColor: ink,
      borderWidth: 3,
      backgroundColor: ink,
    },
    words: {
      type: 'label',
      ...place,
      content,
      color: ink,
      position: { x: 'end', y: 'center' },
      xAdjust: -10,
      padding: 0,
      font: { size: 13, weight: 650 },
    },
  };
}
