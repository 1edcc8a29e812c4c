/** What has become of the reader's own program: put aside, changed in another tab, or not kept. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { copyText } from './copy-text.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

interface EditNotesProps {
  readonly store: PlaygroundStore;
  readonly onUndo: () => void;
}

export function EditNotes({ store, onUndo }: EditNotesProps): JSX.Element {
  const { choice } = store;
  const words = workbenchWords();
  const { notice, notKept, mine } = choice;
  return (
    <div class="ll-edit-notes" aria-live="polite">
      {notice.value === 'reset' ? (
        <p>
          {words.edit.wasReset}{' '}
          <button type="button" class="ll-link-button" data-action="undo" onClick={onUndo}>
            {words.edit.undoReset}
          </button>
        </p>
      ) : null}
      {notice.value === 'elsewhere' ? <p>{words.edit.elsewhere}</p> : null}
      {notKept.value === undefined ? null : (
        <p>
          {words.edit.notKept[notKept.value]}{' '}
          {mine.value === undefined ? null : <CopyMine source={mine.value} />}
        </p>
      )}
    </div>
  );
}

interface CopyMineProps {
  readonly source: string;
}

/** Copies the program; says so, for the source that was copied. */
function CopyMine({ source }: CopyMineProps): JSX.Element {
  const words = workbenchWords().edit;
  const [tried, setTried] = useState<{ readonly source: string; readonly copied: boolean }>();
  const copy = async () => setTried({ source, copied: await copyText(source) });
  return (
    <>
      <button type="button" class="ll-link-button" onClick={() => void copy()}>
        {words.copyMine}
      </button>{' '}
      {tried?.source === source ? (tried.copied ? words.copied : words.notCopied) : null}
    </>
  );
}
