/** The heap as a file that Chrome DevTools opens. It is made in this page, and leaves it only onto the reader's own disk. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import { aliveWords } from '#src/strings/alive-words.ts';
import { AskButton } from './AskButton.tsx';
import { heapLookOf } from '../store/heap-look.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

export function SnapshotDownload({ store }: { readonly store: PlaygroundStore }): JSX.Element {
  const words = aliveWords();
  const failed = useSignal(false);
  const download = async () => {
    const text = await heapLookOf(store).snapshot();
    failed.value = text === undefined;
    if (text !== undefined) save(text, `${store.scenario}.heapsnapshot`);
  };
  return (
    <p class="ll-alive-download">
      <AskButton isBusy={heapLookOf(store).state.value?.asking !== undefined} onClick={() => void download()}>
        {words.download}
      </AskButton>
      <span>{failed.value ? words.failed : words.downloadHelp}</span>
    </p>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
