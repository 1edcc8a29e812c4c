/** Copies what is in view, with the numbers of its run, as a link or as Markdown. How that is done comes with the first copy. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { ShareWish } from '../sharing/share-wish.ts';
import { workloadSummary } from '../store/workload-summary.ts';
import { copyText } from './copy-text.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { useModule } from './use-module.ts';

const loadResult = async () => (await import('../sharing/door.ts')).loadShareResult();

export function ShareBar({ store }: { readonly store: PlaygroundStore }): JSX.Element {
  const { share, panels } = workbenchWords();
  const wish = useSignal<ShareWish | undefined>(undefined);
  const asked = wish.value;
  const module = useModule(loadResult, asked !== undefined);
  return (
    <fieldset class="ll-share-bar" disabled={!store.alive.value}>
      {(['link', 'markdown'] as const).map((as) => (
        <button key={as} type="button" class="ll-tool-button" onClick={() => (wish.value = { as })}>
          {share[as]}
        </button>
      ))}
      <div aria-live="polite">
        {module === 'failed' ? panels.notLoaded : null}
        {typeof module === 'object' && asked ? (
          <module.ShareResult store={store} wish={asked} copyText={copyText} summaryOf={workloadSummary} />
        ) : null}
      </div>
    </fieldset>
  );
}
