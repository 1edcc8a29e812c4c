/** How the code in view is shown: as the page's highlighted text, in Monaco, or in a plain text box. */

import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import { shownLabel } from './code-label.ts';
import type { BorrowedEditor } from '../editor/code-editor.ts';
import type { EditorOwner } from '../editor/editor-session.ts';
import type { ScenarioBundle } from './scenario-bundle.ts';
import type { PlaygroundStore } from './playground-store.ts';

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

/** Source of what is in view; `undefined` while its file is on its way. */
export function sourceInView({ choice, lab }: Pick<PlaygroundStore, 'choice' | 'lab'>): string | undefined {
  switch (choice.shown.value) {
    case 'mine':
      return choice.mine.value;
    case 'leaky':
      return lab.file.value?.programs.leaky.source;
    case 'fixed':
      return lab.fixed.value?.source;
    case 'contract':
      return lab.file.value?.contract;
  }
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
      loadInView(store),
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
      if (mode.value === 'plain') await loadInView(store);
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
function bindEditor(store: PlaygroundStore, editor: BorrowedEditor): void {
  const { choice, highlight, diagnosis } = store;
  let last: number | undefined;
  const show = () => {
    const source = sourceInView(store);
    if (source !== undefined) editor.show(choice.shown.peek(), source);
    return source !== undefined;
  };
  const stops = [
    effect(() => {
      const brought = choice.brought.value;
      const highlighted = highlight.lines.value;
      // A text may come into view before it is here; then it is shown as soon as it is.
      if (brought !== last && show()) last = brought;
      editor.highlight(highlighted);
    }),
    effect(() => editor.mark(choice.shown.value === 'contract' ? [] : diagnosis.problems.value)),
  ];
  editor.onGivenBack(() => stops.forEach((stop) => stop()));
}

/** What an editor needs: the scenario's file, and the text in view. */
async function loadInView({ choice, lab }: PlaygroundStore): Promise<ScenarioBundle> {
  const file = await lab.load();
  if (choice.shown.peek() === 'fixed') await lab.loadFixed();
  else lab.loadAhead();
  return file;
}

/** Whether the focus has not gone elsewhere than to the code; a button that is disabled meanwhile loses it to nobody. */
function hasStayed(from: Element | null, host: HTMLElement): boolean {
  const now = document.activeElement;
  return now === from || now === document.body || host.closest('.ll-code-box')?.contains(now) === true;
}

function isTouch(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
