/** Says which lines a phrase of the text has highlighted, and leads back to the phrase. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

export function HighlightNote({ store }: { readonly store: PlaygroundStore }): JSX.Element | null {
  const { highlight } = store;
  const words = workbenchWords();
  const highlighted = highlight.lines.value;
  const note = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    note.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    button.current?.focus({ preventScroll: true });
  }, [highlighted]);
  if (highlighted === undefined) return null;
  const back = () => {
    highlight.clear();
    highlighted.phrase.scrollIntoView({ block: 'center' });
    highlighted.phrase.focus({ preventScroll: true });
  };
  return (
    <div class="ll-highlight-note" ref={note}>
      <span role="status">
        {words.highlight.lines(words.roles[highlighted.program], highlighted.from, highlighted.to)}
      </span>
      <button type="button" class="ll-tool-button" ref={button} onClick={back}>
        {words.highlight.back}
      </button>
    </div>
  );
}
