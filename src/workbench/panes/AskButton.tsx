/** A button that asks something of the machine. While that is at work it does nothing, and keeps the focus of whoever pressed it. */

import type { ComponentChildren, JSX } from 'preact';

interface AskButtonProps {
  readonly isBusy: boolean;
  readonly onClick: () => void;
  /** How it looks: a button of its own, or a link in a line. */
  readonly look?: 'll-tool-button' | 'll-link-button';
  readonly title?: string;
  readonly children: ComponentChildren;
}

export function AskButton({
  isBusy,
  onClick,
  look = 'll-tool-button',
  title,
  children,
}: AskButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={look}
      title={title}
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      {children}
    </button>
  );
}
