/** Which program is in view, and the reader's own. */

import type { ReadonlySignal, Signal } from '@preact/signals';
import { batch, computed, signal } from '@preact/signals';

import type { Role } from '#src/figures/drawn-run.ts';
import { keepProgram, keptProgram } from './kept-program.ts';

/** A program, or the read-only types of the server. */
export type Shown = Role | 'contract';

export interface ProgramChoice {
  readonly shown: Signal<Shown>;
  /** The program that Run runs: the one in view, or the last one before the contract. */
  readonly chosen: ReadonlySignal<Role>;
  readonly mine: ReadonlySignal<string | undefined>;
  /** My version from before, when a new start replaced it. */
  readonly earlier: ReadonlySignal<string | undefined>;
  show(shown: Shown): void;
  /** Takes an edit, of whichever program is in view, as mine and brings it into view. */
  edit(source: string): void;
  /** Makes a copy of another program mine; my version until then becomes the earlier one. */
  startFrom(source: string): void;
  /** Swaps mine with the version before it. */
  bringBack(): void;
  /** Drops mine and returns to the leaky program. */
  reset(): void;
  /** Reads what this browser has kept; call once, when the page is alive. */
  restore(): void;
}

export function createProgramChoice(scenario: string): ProgramChoice {
  const shown = signal<Shown>('leaky');
  const chosen = signal<Role>('leaky');
  const mine = signal<string | undefined>(undefined);
  const earlier = signal<string | undefined>(undefined);

  const keep = () => {
    const source = mine.value;
    const kept = { source: source ?? '', earlier: earlier.value, shown: chosen.value === 'mine' };
    keepProgram(scenario, source === undefined ? undefined : kept);
  };
  const show = (next: Shown) => {
    batch(() => {
      shown.value = next;
      if (next !== 'contract') chosen.value = next;
    });
    keep();
  };
  const replaceMine = (source: string | undefined, before: string | undefined, next: Role) =>
    batch(() => {
      mine.value = source;
      earlier.value = before;
      show(next);
    });

  return {
    shown,
    chosen: computed(() => chosen.value),
    mine,
    earlier,
    show,
    edit: (source) => {
      const fresh = shown.value !== 'mine';
      replaceMine(source, fresh ? mine.value : earlier.value, 'mine');
    },
    startFrom: (source) => replaceMine(source, mine.value ?? earlier.value, 'mine'),
    bringBack: () => replaceMine(earlier.value, mine.value, 'mine'),
    reset: () => replaceMine(undefined, undefined, 'leaky'),
    restore: () => {
      const kept = keptProgram(scenario);
      if (kept !== undefined) replaceMine(kept.source, kept.earlier, kept.shown ? 'mine' : chosen.value);
    },
  };
}
