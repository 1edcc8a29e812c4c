/** A table that scrolls within itself where the page is too narrow for it. */

import type { ComponentChildren, JSX } from 'preact';

interface Props {
  /** What screen readers call it. */
  readonly label: string;
  /** Titles of the columns. */
  readonly head: readonly string[];
  /** Whether it holds questions, which are laid out in a way of their own. */
  readonly isOfQuestions?: boolean;
  /** Its rows. */
  readonly children: ComponentChildren;
}

export function ScrollingTable({ label, head, isOfQuestions, children }: Props): JSX.Element {
  return (
    <div
      class={isOfQuestions ? 'll-record-table ll-team-questions' : 'll-record-table'}
      role="region"
      aria-label={label}
      tabindex={0}
    >
      <table>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
