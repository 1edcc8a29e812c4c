/** The programs to choose from. Radio buttons that look like tabs, so that leaky and fixed work without a script. A locked one has none. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { tabWords } from '../store/code-label.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { Shown } from '../store/program-choice.ts';

interface ProgramTabsProps {
  readonly store: PlaygroundStore;
  readonly id: string;
}

const tabs: readonly Shown[] = ['leaky', 'fixed', 'mine', 'contract'];

export function ProgramTabs({ store, id }: ProgramTabsProps): JSX.Element {
  const { choice } = store;
  const words = workbenchWords();
  const show = (tab: Shown) => {
    choice.show(tab);
    store.lab.loadAhead();
  };
  const row = useRef<HTMLFieldSetElement>(null);
  // A reader may have chosen before the script was there, and the browser then keeps that choice.
  useEffect(() => {
    const checked = row.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    const early = tabs.find((tab) => tab === checked);
    if (early !== undefined && early !== choice.shown.peek()) show(early);
  }, [choice]);
  return (
    <fieldset class="ll-tab-row" ref={row}>
      <legend class="sr-only">{words.program}</legend>
      {tabs
        .filter((tab) => tab !== 'fixed' || !store.lock.isLocked.value)
        .map((tab) => (
          <label key={tab} data-tab={tab}>
            <input
              type="radio"
              name={`${id}-program`}
              value={tab}
              checked={choice.shown.value === tab}
              disabled={tab === 'mine' && choice.mine.value === undefined}
              onChange={() => show(tab)}
            />
            {tabWords(choice, tab)}
          </label>
        ))}
    </fieldset>
  );
}
