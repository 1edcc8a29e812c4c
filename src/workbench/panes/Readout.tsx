/** The values at a place of the plot, chosen by pointer, touch or keys: a line across it, and what each run had there. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { byteWords } from '#playground/words/byte-words.ts';
import { countWords, secondWords } from '#src/chart/quantity-words.ts';
import { percent } from '#src/chart/RunFrame.tsx';
import type { RunFigure } from '#src/chart/run-figure.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { readAt, type Reading, stepFrom } from './reading.ts';

interface ReadoutProps {
  readonly figure: RunFigure;
}

type On<E> = E & { readonly currentTarget: HTMLElement };

/** Covers the plot: a slider along the x axis. What a touch has chosen stays until the focus goes elsewhere. */
export function Readout({ figure }: ReadoutProps): JSX.Element {
  const words = workbenchWords();
  const [x, setX] = useState<number>();
  const point = ({ currentTarget, clientX }: On<PointerEvent>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setX(Math.min(1, Math.max(0, (clientX - left) / width)) * figure.x.max);
  };
  const onKeyDown = (event: On<KeyboardEvent>) => {
    if (event.key === 'Escape') setX(undefined);
    const next = stepFrom(figure, x, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setX(next);
  };
  const reading = x === undefined ? undefined : readAt(figure, x);
  const text = textOf(reading, figure);
  return (
    <div
      class="ll-readout"
      role="slider"
      tabIndex={0}
      aria-label={words.figure.read}
      aria-valuemin={0}
      aria-valuemax={Math.round(figure.x.max)}
      aria-valuenow={Math.round(reading?.x ?? 0)}
      aria-valuetext={words.figure.valuesAt(text.place, text.values)}
      onKeyDown={onKeyDown}
      onPointerDown={point}
      onPointerMove={point}
      onPointerLeave={({ pointerType }) => {
        if (pointerType === 'mouse') setX(undefined);
      }}
      onBlur={() => setX(undefined)}
    >
      {reading === undefined ? null : <Values reading={reading} figure={figure} text={text} />}
    </div>
  );
}

interface ReadingText {
  readonly place: string;
  readonly values: readonly string[];
}

function textOf(reading: Reading | undefined, figure: RunFigure): ReadingText {
  const words = workbenchWords();
  const { view } = figure;
  const value = view.type === 'bytes' ? byteWords : countWords;
  const x = reading?.x ?? 0;
  return {
    place: view.type === 'survivors' ? countWords(x) : secondWords(x),
    values: (reading?.lines ?? []).map(({ name, y }) => words.figure.valueOf(name, value(y))),
  };
}

interface ValuesProps {
  readonly reading: Reading;
  readonly figure: RunFigure;
  readonly text: ReadingText;
}

function Values({ reading, figure, text }: ValuesProps): JSX.Element {
  const share = figure.x.max === 0 ? 0 : reading.x / figure.x.max;
  return (
    <>
      <i style={{ left: percent(share) }} />
      <p data-side={share > 0.5 ? 'left' : 'right'} style={{ left: percent(share) }}>
        {text.place}
        {reading.lines.map(({ role }, index) => (
          <b key={role} data-role={role}>
            {text.values[index]}
          </b>
        ))}
      </p>
    </>
  );
}
