/** Which program is in view, and the reader's own. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import type { Role } from '#src/chart/drawn-run.ts';
import { type NotKept, whyNothingIsKept } from '#src/kept/browser-storage.ts';
import { type KeptProgram, programShelf } from './kept-program.ts';
import { broughtBack, joinedBy, nextBack, noVersions, startedAnew, type Versions } from './versions.ts';

/** A program, or the read-only types of the server. */
export type Shown = Role | 'contract';

/** What has just become of mine, where the reader should know: put aside, or changed in another tab. */
export type ProgramNotice = 'reset' | 'elsewhere';

export interface ProgramChoice {
  readonly shown: Signal<Shown>;
  /** The program that Run runs: the one in view, or the last one before the contract. */
  readonly chosen: ReadonlySignal<Role>;
  readonly mine: ReadonlySignal<string | undefined>;
  /** A program that came by a link. While there is one it stands in for mine, and neither it nor an edit of it is kept. */
  readonly visitor: Signal<string | undefined>;
  /** Changes whenever a text is brought into view, and never by an edit: to where it was typed it need not go back. */
  readonly brought: ReadonlySignal<number>;
  /** The version of mine that `bringBack` would bring. */
  readonly earlier: ReadonlySignal<string | undefined>;
  readonly notice: ReadonlySignal<ProgramNotice | undefined>;
  /** Why mine lasts no longer than the page; `undefined` where it is kept. */
  readonly notKept: ReadonlySignal<NotKept | undefined>;
  show(shown: Shown): void;
  /** Takes an edit, of whichever program is in view, as mine and brings it into view. */
  edit(source: string): void;
  /** Makes a copy of another program mine; my version until then becomes the earlier one. */
  startFrom(source: string): void;
  /** Puts the earlier version in place of mine, and takes the next call a version further back. */
  bringBack(): void;
  /** Makes mine an earlier version and returns to the leaky program. */
  reset(): void;
  /** Reads what this browser has kept, now and when another page changes it; call once, when the page is alive. */
  restore(): void;
}

export function createProgramChoice(scenario: string): ProgramChoice {
  const shelf = programShelf(scenario);
  const shown = signal<Shown>('leaky');
  const chosen = signal<Role>('leaky');
  const brought = signal(0);
  const versions = signal<Versions>(noVersions);
  const visitor = signal<string | undefined>(undefined);
  const notice = signal<ProgramNotice | undefined>(undefined);
  const notKept = signal<NotKept | undefined>(undefined);
  /** What was kept when this page last looked, and the version that came last from another page. */
  let seen: KeptProgram | undefined;
  let fromElsewhere: string | undefined;

  const join = () => {
    const kept = shelf.read();
    if (kept === undefined || isSame(kept, seen)) return;
    seen = kept;
    const { mine, earlier } = versions.value;
    batch(() => {
      versions.value = joinedBy(versions.value, kept, fromElsewhere);
      if (kept.mine === undefined || kept.mine === mine || earlier.includes(kept.mine)) return;
      fromElsewhere = kept.mine;
      notice.value = 'elsewhere';
    });
  };
  const view = (next: Shown) => {
    shown.value = next;
    if (next !== 'contract') chosen.value = next;
  };
  const bring = (next: Shown) => {
    view(next);
    brought.value += 1;
  };
  const change = (
    next: (before: Versions) => Versions,
    program: Role,
    { heard, isTyped = false }: { readonly heard?: ProgramNotice; readonly isTyped?: boolean } = {},
  ) => {
    join(); // Another page may have written what this one has not yet heard of.
    batch(() => {
      visitor.value = undefined;
      versions.value = next(versions.value);
      const isStillThere = versions.value.earlier.some((version) => version === fromElsewhere);
      notice.value = heard ?? (notice.value === 'elsewhere' && isStillThere ? 'elsewhere' : undefined);
      if (isTyped) view(program);
      else bring(program);
    });
    notKept.value = shelf.write({ ...versions.value, shown: program === 'mine' });
    seen = shelf.read();
  };

  return {
    shown,
    chosen: computed(() => chosen.value),
    mine: computed(() => visitor.value ?? versions.value.mine),
    visitor,
    brought,
    earlier: computed(() => (visitor.value === undefined ? nextBack(versions.value) : undefined)),
    notice,
    notKept,
    show: (next) => {
      batch(() => bring(next));
      const kept = visitor.value === undefined ? shelf.read() : undefined;
      if (kept === undefined || kept.shown === (chosen.value === 'mine')) return;
      shelf.write({ ...kept, shown: !kept.shown });
    },
    edit: (source) => {
      const isFirst = shown.value !== 'mine';
      if (!isFirst && visitor.value !== undefined) return void (visitor.value = source);
      const next = (before: Versions) =>
        isFirst ? startedAnew(before, source) : { ...before, mine: source };
      change(next, 'mine', { isTyped: true });
    },
    startFrom: (source) => change((before) => startedAnew(before, source), 'mine'),
    bringBack: () => change(broughtBack, 'mine'),
    reset: () => change((before) => startedAnew(before, undefined), 'leaky', { heard: 'reset' }),
    restore: () => {
      notKept.value = whyNothingIsKept();
      seen = shelf.read();
      shelf.onWrittenElsewhere(join);
      if (seen === undefined) return;
      const { mine, earlier } = seen;
      batch(() => {
        versions.value = { mine, earlier };
        if (seen?.shown && mine !== undefined) bring('mine');
      });
    },
  };
}

function isSame(kept: Versions, seen: Versions | undefined): boolean {
  return JSON.stringify([kept.mine, kept.earlier]) === JSON.stringify([seen?.mine, seen?.earlier]);
}
