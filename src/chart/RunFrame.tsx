/** Everything of a chart but its lines: axes, ticks, labels at the line ends. The picture and the live chart share it. */

import type { ComponentChildren, JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Role } from './drawn-run.ts';
import { countWords } from './quantity-words.ts';
import type { EndLabel } from './run-end-labels.ts';
import type { RunFigure } from './run-figure.ts';

interface FrameProps {
  readonly figure: RunFigure;
  /** Hides or shows the lines of a role. Without it the labels are switched off, until a script takes the picture over. */
  readonly toggle?: ((role: Role) => void) | undefined;
  /** The lines themselves, filling the plot. */
  readonly children: ComponentChildren;
}

/** The sentence, then the plot with its axes. Takes the same space whatever it shows. */
export function RunFrame({ figure, toggle, children }: FrameProps): JSX.Element {
  return (
    <figure class="ll-run-figure" data-view={figure.view.type}>
      <figcaption class="ll-run-sentence">{figure.sentence}</figcaption>
      <p class="ll-run-y-title" aria-hidden="true">
        {figure.yTitle}
      </p>
      <div class="ll-run-area">
        <Labels figure={figure} toggle={toggle} />
        <div class="ll-run-plot">
          <Axes figure={figure} />
          <Leaders figure={figure} />
          {children}
          <Deaths figure={figure} />
        </div>
      </div>
    </figure>
  );
}

function Axes({ figure: { x, y, view } }: Pick<FrameProps, 'figure'>): JSX.Element {
  const words = workbenchWords();
  const time = view.type !== 'survivors';
  const kept = keptWhenNarrow(x.ticks.length);
  return (
    <div aria-hidden="true">
      {y.ticks.map(({ value, label }) => (
        <span key={value} class="ll-run-y-tick" style={{ '--at': value / y.max }}>
          {label}
        </span>
      ))}
      {x.ticks.map(({ value, label, below }, index) => (
        <span
          key={value}
          class="ll-run-x-tick"
          data-spare={!kept.includes(index)}
          style={{ '--at': x.max === 0 ? 0 : value / x.max }}
        >
          {label}
          <small>{below}</small>
        </span>
      ))}
      <span class="ll-run-x-title">{time ? words.figure.timeAxis : words.figure.createdAt}</span>
      {time ? <span class="ll-run-x-below">{words.figure.transactionsBelow}</span> : null}
    </div>
  );
}

/** Ticks that stay where there is no room for all: the first, the last, and one half-way. */
function keptWhenNarrow(length: number): readonly number[] {
  return [0, Math.floor((length - 1) / 2), length - 1];
}

/** The lines' names and last values, each a switch for its line. */
function Labels({ figure, toggle }: Omit<FrameProps, 'children'>): JSX.Element {
  return (
    <div class="ll-run-labels" role="group" aria-label={workbenchWords().figure.lines}>
      {figure.labels.map((label) => (
        <Label key={label.role} label={label} toggle={toggle} />
      ))}
    </div>
  );
}

function Label({ label, toggle }: Pick<FrameProps, 'toggle'> & { readonly label: EndLabel }): JSX.Element {
  const { role, name, value, at, end } = label;
  const text = (
    <>
      {name} <span>{value}</span>
    </>
  );
  const looks = { class: 'll-run-end', 'data-role': role, style: { '--at': at } };
  if (role === 'limit' || role === 'prediction') return <p {...looks}>{text}</p>;
  return (
    <button
      {...looks}
      type="button"
      aria-pressed={end !== undefined}
      title={workbenchWords().figure.hide}
      disabled={toggle === undefined}
      onClick={() => toggle?.(role)}
    >
      {text}
    </button>
  );
}

/** Hairlines from where a line ends to its label. */
function Leaders({ figure }: Pick<FrameProps, 'figure'>): JSX.Element {
  return (
    <svg class="ll-run-lines ll-run-leaders" aria-hidden="true" focusable="false">
      {figure.labels.map(({ role, at, end }) =>
        end === undefined ? null : (
          <g key={role}>
            <line x1={percent(end.across)} x2="100%" y1={percent(1 - end.at)} y2={percent(1 - end.at)} />
            <svg x="100%" overflow="visible">
              <line x1="0" x2="14" y1={percent(1 - end.at)} y2={percent(1 - at)} />
            </svg>
          </g>
        ),
      )}
    </svg>
  );
}

/** Where a server died. */
function Deaths({ figure }: Pick<FrameProps, 'figure'>): JSX.Element {
  return (
    <div aria-hidden="true">
      {figure.series.map(({ death, points, faded, role }) => {
        const last = points.at(-1);
        if (death === undefined || last === undefined || faded) return null;
        const across = last.x / figure.x.max;
        const place = { '--across': across, '--at': last.y / figure.y.max };
        return (
          <span
            key={role}
            class="ll-run-death-label"
            data-side={across > 0.6 ? 'left' : 'right'}
            style={place}
          >
            {workbenchWords().figure.died(countWords(death.transaction))}
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
