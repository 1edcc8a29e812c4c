/** Below the code: how to edit it, what Tab does, and the way back from an edit. */

import type { JSX, RefObject } from 'preact';

import type { Editing } from './editing.ts';
import type { PlaygroundStore } from './playground-store.ts';
import type { StartGroup } from './StartFrom.tsx';
import { StartFrom } from './StartFrom.tsx';

interface EditBarProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly host: RefObject<HTMLDivElement>;
  readonly starts: readonly StartGroup[];
}

export function EditBar({ store, editing, host, starts }: EditBarProps): JSX.Element {
  const { choice, words } = store;
  const mode = editing.mode.value;
  const open = () => host.current && void editing.open(host.current);
  const plain = (wanted: boolean) => host.current && editing.usePlain(wanted, host.current);
  return (
    <fieldset class="edit-bar" disabled={!store.alive.value}>
      <button type="button" class="wb-button" onClick={open} disabled={mode === 'loading'}>
        {mode === 'loading' ? words.edit.loading : words.edit.start}
      </button>
      <label class="wb-switch">
        <input
          type="checkbox"
          checked={mode === 'plain'}
          onChange={(event) => plain(event.currentTarget.checked)}
        />
        {words.edit.plain}
      </label>
      <StartFrom store={store} groups={starts} />
      {choice.mine.value === undefined ? null : (
        <button type="button" class="wb-button" title={words.edit.resetTitle} onClick={choice.reset}>
          {words.edit.reset}
        </button>
      )}
      {choice.earlier.value === undefined ? null : (
        <button type="button" class="wb-button" onClick={choice.bringBack}>
          {words.edit.bringBack}
        </button>
      )}
      <p class="edit-rule">{ruleFor(store, editing)}</p>
    </fieldset>
  );
}

function ruleFor({ words, choice }: PlaygroundStore, editing: Editing): string {
  if (editing.unavailable.value) return words.edit.unavailable;
  if (choice.shown.value === 'contract') return words.contractNote;
  if (editing.mode.value === 'monaco')
    return editing.tabIndents.value ? words.edit.tabIndents : words.edit.tabMoves;
  return editing.mode.value === 'plain' ? words.edit.plainRule : words.edit.becomesMine;
}
