/** Below the code: how to edit it, what Tab does, and the way back from an edit. */

import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Editing } from '../store/editing.ts';
import { EditNotes } from './EditNotes.tsx';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { StartFrom, type StartGroup } from './StartFrom.tsx';

interface EditBarProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly starts: readonly StartGroup[];
}

export function EditBar({ store, editing, starts }: EditBarProps): JSX.Element {
  const { choice } = store;
  const words = workbenchWords();
  const mode = editing.mode.value;
  const bar = useRef<HTMLFieldSetElement>(null);
  const then = useFocus(bar);
  return (
    <fieldset class="ll-edit-bar" ref={bar} disabled={!store.alive.value}>
      <button
        type="button"
        class="ll-tool-button"
        onClick={() => void editing.open()}
        aria-disabled={mode === 'loading'}
      >
        {mode === 'loading' ? words.edit.loading : words.edit.start}
      </button>
      <label class="ll-switch">
        <input
          type="checkbox"
          checked={mode === 'plain'}
          onChange={(event) => editing.usePlain(event.currentTarget.checked)}
        />
        {words.edit.plain}
      </label>
      <StartFrom store={store} groups={starts} />
      {choice.mine.value === undefined || choice.visitor.value !== undefined ? null : (
        <button
          type="button"
          class="ll-tool-button"
          data-action="reset"
          title={words.edit.resetTitle}
          onClick={() => then('undo', choice.reset)}
        >
          {words.edit.reset}
        </button>
      )}
      {choice.earlier.value === undefined ? null : (
        <button type="button" class="ll-tool-button" onClick={() => then('reset', choice.bringBack)}>
          {words.edit.bringBack}
        </button>
      )}
      <EditNotes store={store} onUndo={() => then('reset', choice.bringBack)} />
      <p class="ll-edit-rule">{ruleFor(store, editing)}</p>
    </fieldset>
  );
}

/** Does something that may take the button away that has the focus, and gives the focus to another one if so. */
function useFocus(bar: RefObject<HTMLElement>): (action: string, change: () => void) => void {
  const next = useRef<string>();
  useEffect(() => {
    const { activeElement, body } = document;
    if (next.current !== undefined && (activeElement === null || activeElement === body)) {
      bar.current?.querySelector<HTMLElement>(`[data-action=${next.current}]`)?.focus();
    }
    next.current = undefined;
  });
  return (action, change) => {
    next.current = action;
    change();
  };
}

function ruleFor({ choice }: PlaygroundStore, editing: Editing): string {
  const words = workbenchWords();
  if (editing.unavailable.value) return words.edit.unavailable;
  if (choice.shown.value === 'contract') return words.contractNote;
  if (editing.mode.value === 'monaco')
    return editing.tabIndents.value ? words.edit.tabIndents : words.edit.tabMoves;
  if (choice.visitor.value !== undefined) return words.edit.notKeptByLink;
  if (editing.mode.value === 'plain') return words.edit.plainRule;
  return choice.notKept.value === undefined
    ? `${words.edit.becomesMine} ${words.edit.isKept}`
    : words.edit.becomesMine;
}
