/** Everything of a chart but its lines: axes, ticks, grid, labels at the line ends. The picture and the live chart share it. */

import type { ComponentChildren, JSX } from 'preact';

import type { Strings } from '#src/strings/strings.ts';
import { countWords } from './quantity-words.ts';
import type { RunFigure } from './run-figure.ts';

interface FrameProps {
  readonly figure: RunFigure;
  readonly words: Strings['workbench'];
  /** The lines themselves, filling the plot. */
  readonly children: ComponentChildren;
}

/** The sentence, then the plot with its axes. Takes the same space whatever it shows. */
export function RunFrame({ figure, words, children }: FrameProps): JSX.Element {
  const time = figure.view.type !== 'survivors';
  return (
    <figure class="run-figure" data-view={figure.view.type}>
      <figcaption class="run-sentence">{figure.sentence}</figcaption>
      <p class="run-y-title" aria-hidden="true">
        {figure.yTitle}
      </p>
      <div class="run-plot">
        <div aria-hidden="true">
          {figure.y.ticks.map(({ value, label }) => (
            <span key={value} class="run-y-tick" style={{ '--at': value / figure.y.max }}>
              {label}
            </span>
          ))}
          {figure.x.ticks.map(({ value, label, below }) => (
            <span key={value} class="run-x-tick" style={{ '--at': value / figure.x.max }}>
              {label}
              <small>{below}</small>
            </span>
          ))}
          <span class="run-x-title">
            {time ? words.figure.timeAxis : words.figure.createdAt}
            <small>{time ? words.figure.transactionsBelow : ''}</small>
          </span>
        </div>
        {children}
        <Labels figure={figure} words={words} />
      </div>
    </figure>
  );
}

/** Words at the ends of lines, and where a server died. */
function Labels({ figure, words }: Omit<FrameProps, 'children'>): JSX.Element {
  return (
    <div aria-hidden="true">
      {figure.labels.map(({ role, name, value, at }) => (
        <span key={role} class="run-end" data-role={role} style={{ '--at': at }}>
          {name} <span>{value}</span>
        </span>
      ))}
      {figure.series.map(({ death, points, faded, role }) => {
        const last = points.at(-1);
        if (death === undefined || last === undefined || faded) return null;
        const across = last.x / figure.x.max;
        const place = { '--across': across, '--at': last.y / figure.y.max };
        return (
          <span key={role} class="run-death-label" data-side={across > 0.6 ? 'left' : 'right'} style={place}>
            {words.figure.died(countWords(death.transaction))}
          </span>
        );
      })}
    </div>
  );
}

/** A share of the plot as CSS, with three decimals. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}
