/** Everything of a chart but its lines: axes, ticks, grid, labels at the line ends. The picture and the live chart share it. */

import type { ComponentChildren, JSX } from 'preact';

import type { Strings } from '#src/strings/strings.ts';
import type { EndLabel } from './run-end-labels.ts';
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
        <div aria-hidden="true">
          {figure.labels.map((label) => (
            <RoleLabel key={label.role} label={label} />
          ))}
        </div>
      </div>
    </figure>
  );
}

/** A share of the plot as CSS, with three decimals. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

function RoleLabel({ label }: { readonly label: EndLabel }): JSX.Element {
  return (
    <span class="run-end" data-role={label.role} style={{ '--at': label.at }}>
      {label.text}
    </span>
  );
}
