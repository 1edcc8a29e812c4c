/** What is still alive after a run, and why: the paths that hold each class, where each goes wrong, and what a cut frees. */

// As an address: a style sheet that is imported would be fetched with the page.
import styles from './alive-panel.css?url';

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import { byteWords } from '#playground/words/byte-words.ts';
import type { HeapQuestion } from '#playground/heap/question.ts';
import type { HeapClass, HeapReport } from '#playground/heap/report.ts';
import type { Verdict } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { nameOfRun } from '#src/chart/run-words.ts';
import { aliveWords, pageHeapWords } from '#src/strings/alive-words.ts';
import type { Editing } from '../store/editing.ts';
import { heapLookOf, type HeapLookState } from '../store/heap-look.ts';
import { isUnseen } from '../store/lock.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { AlivePath } from './AlivePath.tsx';
import { SnapshotDownload } from './SnapshotDownload.tsx';

interface AlivePanelProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
}

export function AlivePanel({ store, editing }: AlivePanelProps): JSX.Element {
  const words = aliveWords();
  const look = heapLookOf(store);
  useEffect(() => {
    look.isWanted.value = true;
    return () => void (look.isWanted.value = false);
  }, [look]);
  const state = look.state.value;
  const { phase, current } = store.runs;
  const isRunning = phase.value === 'running' || phase.value === 'compiling';
  if (state === undefined) {
    return <p>{isRunning ? words.waiting : current.value === undefined ? words.noRun : words.noHeap}</p>;
  }
  const { report } = state;
  return (
    <div class="ll-alive">
      <link rel="stylesheet" href={styles} />
      <Notes store={store} state={state} isRunning={isRunning} />
      {report === undefined ? null : <Found store={store} editing={editing} state={state} report={report} />}
    </div>
  );
}

interface NotesProps extends Pick<AlivePanelProps, 'store'> {
  readonly state: HeapLookState;
  readonly isRunning: boolean;
}

/** What goes on, which run it is that is shown, and how to go on where a reading came to nothing. */
function Notes({ store, state, isRunning }: NotesProps): JSX.Element {
  const words = aliveWords();
  const { asking, report, failure } = state;
  const isIdle = asking === undefined && !isRunning;
  return (
    <p class="ll-alive-notes" aria-live="polite">
      {asking === undefined ? null : <span>{doingWords(asking, report)}</span>}
      {report === undefined && isRunning ? <span>{words.waiting}</span> : null}
      {report === undefined ? null : <WhichRun store={store} state={state} isRunning={isRunning} />}
      {failure === undefined ? null : <span>{words.failed}</span>}
      {isIdle && report === undefined ? (
        <>
          {failure === undefined ? <span>{words.stopped}</span> : null}{' '}
          <button type="button" class="ll-link-button" onClick={() => heapLookOf(store).readAgain()}>
            {words.readAgain}
          </button>
        </>
      ) : null}
    </p>
  );
}

function doingWords({ type }: HeapQuestion, report: HeapReport | undefined): string {
  const { reading, watching, cutting, writing } = aliveWords();
  return { report: report === undefined ? reading : watching, cut: cutting, snapshot: writing }[type];
}

/** Where it is not the last run, or no longer the program as it stands there. */
function WhichRun({ store, state: { run }, isRunning }: NotesProps): JSX.Element | null {
  const words = aliveWords();
  const { current } = store.runs;
  if (isRunning) return <span>{words.older}</span>;
  if (current.value?.request !== run.request) return <span>{words.noHeapSince}</span>;
  const isEdited = run.program === 'mine' && store.choice.mine.value !== run.source;
  return isEdited ? <span>{words.edited}</span> : null;
}

interface FoundProps extends AlivePanelProps {
  readonly state: HeapLookState;
  readonly report: HeapReport;
}

function Found({ store, editing, state, report }: FoundProps): JSX.Element {
  const words = aliveWords();
  const { nodes, references, ended, isDead, classes } = report;
  const counts = [nodes, references, ended].map(countWords) as [string, string, string];
  const unseen = isUnseen(store.lock, state.run);
  const program = nameOfRun({ role: state.run.program, unseen, byLink: state.run.byLink });
  const verdict = state.run.result?.verdict;
  // Names on a path would tell what the code says.
  const growing = unseen ? [] : classes.filter(isGrowing);
  const expected = classes.filter((each) => !growing.includes(each));
  return (
    <>
      <p class="ll-alive-looked">
        {isDead ? words.died(program, ...counts) : words.looked(program, ...counts)}
      </p>
      {growing.length > 0 ? null : <Summary verdict={verdict} />}
      {classes.length === 0 ? <p>{words.empty}</p> : null}
      {growing.map((each) => (
        <section key={each.name} class="ll-alive-class">
          <p class="ll-alive-heading">{nameOf(each)}</p>
          {each.paths.map((path) => (
            <AlivePath
              key={path.fingerprint}
              path={path}
              store={store}
              editing={editing}
              state={state}
              isDead={isDead}
            />
          ))}
        </section>
      ))}
      {expected.length === 0 ? null : <Expected classes={expected} hidesPaths={unseen} />}
      <p class="ll-alive-notes">{words.notLooked}</p>
      {unseen ? null : <SnapshotDownload store={store} />}
    </>
  );
}

/** Where no class grows: whether that is all there is to say. */
function Summary({ verdict }: { readonly verdict: Verdict | undefined }): JSX.Element {
  const words = aliveWords();
  if (verdict?.leakFree === true) return <p class="ll-alive-clean">{words.clean}</p>;
  return <p>{verdict?.bytes.kind === 'leak' ? words.unexplained : words.undecided}</p>;
}

interface ExpectedProps {
  readonly classes: readonly HeapClass[];
  readonly hidesPaths: boolean;
}

/** What is alive and may be, a line each. */
function Expected({ classes, hidesPaths }: ExpectedProps): JSX.Element {
  return (
    <section class="ll-alive-class">
      <p class="ll-alive-heading">{aliveWords().expected}</p>
      <ul class="ll-alive-expected">
        {classes.map((each) => (
          <li key={each.name}>
            <span class="ll-alive-shape" data-shape="instance" />
            <span>{nameOf(each)}</span>
            {(hidesPaths ? [] : each.paths).map((path) => (
              <code key={path.fingerprint}>{pageHeapWords().pathWords(path)}</code>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ name, count, bytes }: HeapClass): string {
  return aliveWords().class(pageHeapWords().nameWords(name), countWords(count), byteWords(bytes));
}

function isGrowing({ verdict }: HeapClass): boolean {
  return verdict !== 'flat' && verdict !== 'bounded';
}
