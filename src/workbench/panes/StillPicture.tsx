/** The chart as the page came with it: its labels come alive with the page, and reaching for it fetches the live chart. */

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Role } from '#src/chart/drawn-run.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

interface StillPictureProps {
  readonly store: PlaygroundStore;
  readonly children: ComponentChildren;
}

export function StillPicture({ store, children }: StillPictureProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const { loadAhead } = store.lab;
  useEffect(() => {
    const still = root.current;
    for (const label of still?.querySelectorAll('button') ?? []) label.disabled = false;
    return () => handFocusOn(still);
  }, []);
  return (
    <div
      ref={root}
      onPointerEnter={loadAhead}
      onFocusCapture={loadAhead}
      onClick={({ target }) => toggle(target)}
    >
      {children}
    </div>
  );

  function toggle(target: EventTarget | null): void {
    const role =
      target instanceof Element ? target.closest<HTMLElement>('button.ll-run-end')?.dataset['role'] : '';
    if (role === 'leaky' || role === 'fixed' || role === 'mine') store.chart.toggle(role satisfies Role);
  }
}

/** Where a label had the focus, the one that takes its place gets it. */
function handFocusOn(still: HTMLElement | null): void {
  const held = still?.contains(document.activeElement) ? document.activeElement : null;
  const role = held instanceof HTMLElement ? held.dataset['role'] : undefined;
  const pane = still?.closest('.ll-workbench');
  if (role === undefined || !pane) return;
  queueMicrotask(() => pane.querySelector<HTMLElement>(`button.ll-run-end[data-role="${role}"]`)?.focus());
}
