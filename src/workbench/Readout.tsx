/** The values under the pointer: a line across the plot, and what each run had there. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { byteWords, countWords, secondWords } from '#src/figures/quantity-words.ts';
import { percent } from '#src/figures/RunFrame.tsx';
import type { RunFigure } from '#src/figures/run-figure.ts';
import type { Point } from '#src/figures/run-series.ts';
import type { Strings } from '#src/strings/strings.ts';

interface ReadoutProps {
  readonly figure: RunFigure;
  readonly words: Strings['workbench'];
}

/** Covers the plot. The same numbers stand in the table, so it is for the pointer alone. */
export function Readout({ figure, words }: ReadoutProps): JSX.Element {
  const [share, setShare] = useState<number>();
  const onPointerMove = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setShare(Math.min(1, Math.max(0, (event.clientX - left) / width)));
  };
  return (
    <div
      class="readout"
      aria-hidden="true"
      onPointerMove={onPointerMove}
      onPointerLeave={() => setShare(undefined)}
    >
      {share === undefined ? null : <Values figure={figure} words={words} x={share * figure.x.max} />}
    </div>
  );
}

function Values({ figure, words, x }: ReadoutProps & { readonly x: number }): JSX.Element | null {
  const value = figure.view.type === 'bytes' ? byteWords : countWords;
  const lines = figure.series.flatMap(({ role, faded, points }) => {
    const point = faded ? undefined : nearest(points, x);
    return point === undefined ? [] : [{ role, point }];
  });
  const at = lines[lines.length - 1]?.point.x;
  if (at === undefined) return null;
  const share = at / figure.x.max;
  return (
    <>
      <i style={{ left: percent(share) }} />
      <p data-side={share > 0.5 ? 'left' : 'right'} style={{ left: percent(share) }}>
        {figure.view.type === 'survivors' ? countWords(at) : secondWords(at)}
        {lines.map(({ role, point }) => (
          <b key={role} data-role={role}>
            {words.roles[role]} {value(point.y)}
          </b>
        ))}
      </p>
    </>
  );
}

/** The point nearest to x; points are in order of x. */
function nearest(points: readonly Point[], x: number): Point | undefined {
  const after = points.findIndex((point) => point.x >= x);
  const next = points[after];
  const before = after === -1 ? points.at(-1) : points[after - 1];
  if (next === undefined || before === undefined) return next ?? before;
  return x - before.x < next.x - x ? before : next;
}
