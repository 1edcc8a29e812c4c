/** Says which lines a phrase of the text has lit, and leads back to the phrase. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

export function LitNote({ store }: { readonly store: PlaygroundStore }): JSX.Element | null {
  const { lighting } = store;
  const words = workbenchWords();
  const lit = lighting.lit.value;
  const note = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    note.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    button.current?.focus({ preventScroll: true });
  }, [lit]);
  if (lit === undefined) return null;
  const back = () => {
    lighting.putOut();
    lit.phrase.scrollIntoView({ block: 'center' });
    lit.phrase.focus({ preventScroll: true });
  };
  return (
    <div class="lit-note" ref={note}>
      <span role="status">{words.lit.lines(words.roles[lit.program], lit.from, lit.to)}</span>
      <button type="button" class="wb-button" ref={button} onClick={back}>
        {words.lit.back}
      </button>
    </div>
  );
}
