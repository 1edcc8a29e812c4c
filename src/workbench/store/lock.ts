/** Whether a playground keeps the fixed program to itself: it may be run and drawn, and not be read. */

import { type ReadonlySignal, signal } from '@preact/signals';

import type { Role } from '#src/chart/drawn-run.ts';
import { whenUnlocked } from '#src/course/solution-lock.ts';

export interface Lock {
  /** While it is: no tab, no text, and “a fixed version” for a name. */
  readonly isLocked: ReadonlySignal<boolean>;
  /** Opens as soon as the challenge is passed or its solution shown; call once, when the page is alive. */
  restore(): void;
}

/** Whether a run is of a program that may not be read: what it does is told, and nothing that tells how. */
export function isUnseen({ isLocked }: Lock, { program }: { readonly program: Role }): boolean {
  return program === 'fixed' && isLocked.value;
}

/** `locked`: whether the scenario is what a challenge asks about, and this page no place where all may be read. */
export function createLock(scenario: string, locked: boolean): Lock {
  const isLocked = signal(locked);
  const restore = () => {
    if (locked) whenUnlocked(scenario, () => (isLocked.value = false));
  };
  return { isLocked, restore };
}
