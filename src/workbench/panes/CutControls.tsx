/** What a cut would free, the buttons that do it on a copy of the machine, and what came of it. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';

import type { CutResult, HeapPath } from '#playground/heap/report.ts';
import { aliveTraces, aliveWords, pageHeapWords } from '#src/strings/alive-words.ts';
import { AskButton } from './AskButton.tsx';
import { copyText } from './copy-text.ts';
import { heapLookOf, type HeapLookState } from '../store/heap-look.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

interface CutControlsProps {
  readonly path: HeapPath;
  readonly store: PlaygroundStore;
  readonly state: HeapLookState;
  readonly isDead: boolean;
}

/** Transactions that are served after a cut. */
const runOn = 1_000;

export function CutControls({ path, store, state, isDead }: CutControlsProps): JSX.Element {
  const words = aliveWords();
  const cut = state.cuts[path.fingerprint];
  const canCut = path.faulty !== undefined && !isDead;
  const isBusy = state.asking !== undefined;
  return (
    <div class="ll-alive-cut">
      {path.frees === undefined ? null : <p>{pageHeapWords().freesSentence(path)}</p>}
      {canCut ? (
        <>
          <AskButton title={words.cutTitle} isBusy={isBusy} onClick={() => heapLookOf(store).cut(path, 0)}>
            {words.cut}
          </AskButton>
          {path.count > 1 ? (
            <AskButton
              title={words.cutOneTitle}
              isBusy={isBusy}
              onClick={() => heapLookOf(store).cut(path, 0, { isOne: true })}
            >
              {words.cutOne}
            </AskButton>
          ) : null}
          <AskButton
            title={words.runOnTitle}
            isBusy={isBusy}
            onClick={() => heapLookOf(store).cut(path, runOn)}
          >
            {words.runOn}
          </AskButton>
        </>
      ) : null}
      <CopyTrace path={path} state={state} />
      <p class="ll-alive-result" aria-live="polite">
        {cut === undefined ? null : (
          <>
            <code>{pageHeapWords().pathWords(upTo(path, cut))}</code>{' '}
            <span>{pageHeapWords().cutWords(path, cut)}</span>
          </>
        )}
      </p>
    </div>
  );
}

/** A path down to where it was cut. */
function upTo({ root, steps, faulty }: HeapPath, { place }: CutResult): Pick<HeapPath, 'root' | 'steps'> {
  return { root, steps: steps.slice(0, (place.at ?? faulty ?? steps.length - 1) + 1) };
}

/** The path as text. Where the clipboard is refused it is shown, to be copied by hand. */
function CopyTrace({ path, state }: Pick<CutControlsProps, 'path' | 'state'>): JSX.Element {
  const words = aliveWords();
  const copied = useSignal<boolean | undefined>(undefined);
  const { run, cuts } = state;
  const text = (): string =>
    aliveTraces()
      .traceLines(path, {
        finding: run.result?.verdict.classes[path.class],
        seed: run.workload.seed,
        cut: cuts[path.fingerprint],
      })
      .join('\n');
  const copy = async () => (copied.value = await copyText(text()));
  return (
    <>
      <button type="button" class="ll-tool-button" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span aria-live="polite">
        {copied.value === undefined ? null : copied.value ? words.copied : words.notCopied}
      </span>
      {copied.value === false ? <pre>{text()}</pre> : null}
    </>
  );
}
