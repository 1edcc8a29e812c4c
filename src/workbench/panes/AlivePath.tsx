/** One path from a root to what it holds, drawn step by step: holder above, held below, the reference between them. */

import { useSignal, type Signal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';

import { byteWords } from '#playground/words/byte-words.ts';
import type { HeapPath, PathStep } from '#playground/heap/report.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { aliveWords, pageHeapWords } from '#src/strings/alive-words.ts';
import type { Editing } from '../store/editing.ts';
import { heapLookOf, type HeapLookState } from '../store/heap-look.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { AskButton } from './AskButton.tsx';
import { CutControls } from './CutControls.tsx';

interface AlivePathProps {
  readonly path: HeapPath;
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly state: HeapLookState;
  readonly isDead: boolean;
}

export function AlivePath({ path, store, editing, state, isDead }: AlivePathProps): JSX.Element {
  const words = aliveWords();
  const marked = useSignal<number | undefined>(undefined);
  const isAsked = store.asksFault && path.faulty !== undefined && marked.value === undefined;
  return (
    <div class="ll-alive-path">
      {path.holder === 1 ? null : <p>{words.holder(path.holder)}</p>}
      {isAsked ? <p class="ll-alive-question">{words.question}</p> : null}
      {marked.value === undefined || path.faulty === undefined ? null : (
        <p class="ll-alive-question" data-right={marked.value === path.faulty}>
          {marked.value === path.faulty ? words.right : words.wrong}
        </p>
      )}
      <ol>
        <li class="ll-alive-thing" data-status="expected">
          <span class="ll-alive-shape" data-shape="root" />
          <b>{words.root(pageHeapWords().rootWords(path.root))}</b>
        </li>
        {path.steps.map((step, at) => (
          <Fragment key={at}>
            <Reference
              path={path}
              step={step}
              at={at}
              isAsked={isAsked}
              marked={marked}
              isBusy={state.asking !== undefined}
              onCut={isDead ? undefined : () => heapLookOf(store).cut(path, 0, { at })}
            />
            <Thing step={step} store={store} editing={editing} state={state} isAsked={isAsked} />
          </Fragment>
        ))}
      </ol>
      {isAsked ? null : <CutControls path={path} store={store} state={state} isDead={isDead} />}
    </div>
  );
}

interface ReferenceProps {
  readonly path: HeapPath;
  readonly step: PathStep;
  readonly at: number;
  readonly isAsked: boolean;
  readonly marked: Signal<number | undefined>;
  /** Whether something is asked of the machine. */
  readonly isBusy: boolean;
  /** Absent where nothing can be cut. */
  readonly onCut: (() => void) | undefined;
}

/** By what the holder above refers to what stands below. */
function Reference({ path, step, at, isAsked, marked, isBusy, onCut }: ReferenceProps): JSX.Element {
  const words = aliveWords();
  const isFaulty = !isAsked && at === path.faulty;
  return (
    <li class="ll-alive-reference" data-faulty={isFaulty}>
      <code>{withStars(pageHeapWords().stepWords(step))}</code>
      {step.times > 1 ? <span>× {countWords(step.times)}</span> : null}
      {isFaulty ? <b>{words.faulty}</b> : null}
      {isFaulty && path.stores !== undefined ? (
        <span class="ll-alive-stores">
          {path.stores.map((site, n) => (
            <span key={n}>{pageHeapWords().storeWords(site)}</span>
          ))}
        </span>
      ) : null}
      {isAsked ? (
        <button type="button" class="ll-tool-button" onClick={() => (marked.value = at)}>
          {words.choose}
        </button>
      ) : isFaulty || onCut === undefined ? null : (
        <AskButton look="ll-link-button" isBusy={isBusy} onClick={onCut}>
          {words.cutHere}
        </AskButton>
      )}
    </li>
  );
}

/** What differs from entry to entry is the diagnosis, and stands out. */
function withStars(text: string): readonly (string | JSX.Element)[] {
  return text.split(/(\*)/).map((part, n) => (part === '*' ? <mark key={n}>*</mark> : part));
}

interface ThingProps extends Pick<AlivePathProps, 'store' | 'editing' | 'state'> {
  readonly step: PathStep;
  readonly isAsked: boolean;
}

function Thing({ step, store, editing, state, isAsked }: ThingProps): JSX.Element {
  const words = aliveWords();
  const heap = pageHeapWords();
  const { line } = step;
  const isStuck = !isAsked && step.status.type === 'stuck';
  return (
    <li class="ll-alive-thing" data-status={isAsked ? 'hidden' : step.status.type}>
      <span class="ll-alive-shape" data-shape={step.thing} data-stuck={isStuck} />
      <b>{heap.thingWords(step)}</b>
      {line === undefined ? null : (
        <button
          type="button"
          class="ll-link-button"
          onClick={(event) => showLine({ store, editing, state }, line, event.currentTarget)}
        >
          {words.line(countWords(line))}
        </button>
      )}
      <span class="ll-alive-status">{isAsked ? null : heap.statusWords(step.status)}</span>
      <span class="ll-alive-bytes">{words.retains(byteWords(step.bytes))}</span>
    </li>
  );
}

/** A given program's line is highlighted; the reader's own opens in the editor. */
function showLine(
  { store, editing, state }: Pick<ThingProps, 'store' | 'editing' | 'state'>,
  line: number,
  phrase: HTMLElement,
): void {
  const { program } = state.run;
  if (program !== 'mine') store.highlight.show({ program, from: line, to: line, phrase });
  else {
    store.choice.show('mine');
    void editing.open({ line, column: 1 });
  }
}
