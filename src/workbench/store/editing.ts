/** How the code in view is shown: as the page's highlighted text, in Monaco, or in a plain text box. */

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import { shownLabel } from './code-label.ts';
import type { BorrowedEditor } from '../editor/code-editor.ts';
import type { EditorOwner } from '../editor/editor-session.ts';
import type { ScenarioBundle } from './scenario-bundle.ts';
import type { PlaygroundStore } from './playground-store.ts';
import type { Shown } from './program-choice.ts';

export type EditingMode = 'page' | 'loading' | 'monaco' | 'plain';

/** Where the cursor goes, from 1: to a problem, or to where a click in the text was. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly clicked?: boolean;
}

export interface Editing {
  readonly mode: ReadonlySignal<EditingMode>;
  /** Whether Tab indents in Monaco. */
  readonly tabIndents: ReadonlySignal<boolean>;
  readonly unavailable: ReadonlySignal<boolean>;
  /** The line that was last jumped to in the plain text box. */
  readonly jump: Signal<Place | undefined>;
  /** Takes the element in which editors open; before, nothing opens. */
  readonly attach: (host: HTMLElement | null) => void;
  /** Opens an editor; on touch screens the plain text box. */
  open(place?: Place): Promise<void>;
  /** Changes between Monaco and the plain text box. */
  usePlain(plain: boolean): void;
}

/** Source of what is in view; `undefined` while the scenario's file is on its way. */
export function sourceInView(
  shown: Shown,
  mine: string | undefined,
  file: ScenarioBundle | undefined,
): string | undefined {
  if (shown === 'mine') return mine;
  return shown === 'contract' ? file?.contract : file?.programs[shown].source;
}

export function createEditing(store: PlaygroundStore): Editing {
  const mode = signal<EditingMode>('page');
  const tabIndents = signal(false);
  const unavailable = signal(false);
  const jump: Editing['jump'] = signal(undefined);
  let editor: BorrowedEditor | undefined;
  let host: HTMLElement | undefined;

  const ownerFor = (host: HTMLElement, contract: string): EditorOwner => ({
    scenario: store.scenario,
    host,
    label: shownLabel(store),
    contract,
    onEdit: store.edit,
    onRun: () => void store.run(),
    onTabKey: (indents) => (tabIndents.value = indents),
    onTaken: () => {
      editor = undefined;
      if (mode.value === 'monaco') mode.value = 'page';
    },
  });

  /** Whether the reader has stayed, so that the focus may move into the editor. */
  const openMonaco = async (host: HTMLElement): Promise<boolean> => {
    const from = document.activeElement;
    mode.value = 'loading';
    const [{ borrowEditor }, { contract }] = await Promise.all([
      import('../editor/code-editor.ts'),
      store.lab.load(),
    ]);
    if (mode.peek() !== 'loading') return false; // The reader chose the plain text box meanwhile.
    const stayed = hasStayed(from, host);
    editor = borrowEditor(ownerFor(host, contract));
    bindEditor(store, editor);
    mode.value = 'monaco';
    unavailable.value = false;
    return stayed;
  };

  const open: Editing['open'] = async (place) => {
    if (host === undefined) return;
    let stayed = true;
    try {
      if (mode.value === 'page' && isTouch()) mode.value = 'plain';
      if (mode.value === 'page') stayed = await openMonaco(host);
      if (mode.value === 'plain') await store.lab.load();
    } catch (error) {
      reportError(error);
      unavailable.value = true;
      mode.value = 'plain';
    }
    if (!stayed) return;
    if (place === undefined) editor?.focus();
    else if (place.clicked) editor?.clickedAt(place.line, place.column);
    else editor?.jumpTo(place.line, place.column);
    if (mode.value === 'plain') jump.value = place;
  };

  const usePlain: Editing['usePlain'] = (plain) => {
    editor?.giveBack();
    mode.value = plain ? 'plain' : 'page';
    void open();
  };
  const attach: Editing['attach'] = (element) => (host = element ?? undefined);
  return { mode, tabIndents, unavailable, jump, attach, open, usePlain };
}

/**
 * Shows what is brought into view, with its lines highlighted, and marks problems, until the editor is given back. What is typed
 * goes one way, from the editor to the store.
 */
function bindEditor({ choice, lab, highlight, diagnosis }: PlaygroundStore, editor: BorrowedEditor): void {
  let last: number | undefined;
  const show = () => {
    const shown = choice.shown.peek();
    const source = sourceInView(shown, choice.mine.peek(), lab.file.peek());
    if (source !== undefined) editor.show(shown, source);
  };
  const stops = [
    effect(() => {
      const brought = choice.brought.value;
      const highlighted = highlight.lines.value;
      if (brought !== last) show();
      last = brought;
      editor.highlight(highlighted);
    }),
    effect(() => editor.mark(choice.shown.value === 'contract' ? [] : diagnosis.problems.value)),
  ];
  editor.onGivenBack(() => stops.forEach((stop) => stop()));
}

/** Whether the focus has not gone elsewhere than to the code; a button that is disabled meanwhile loses it to nobody. */
function hasStayed(from: Element | null, host: HTMLElement): boolean {
  const now = document.activeElement;
  return now === from || now === document.body || host.closest('.ll-code-box')?.contains(now) === true;
}

function isTouch(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
