/** The code in view: highlighted text until the reader wants to edit, then Monaco or a plain text box in its place. */

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { shownLabel } from '../store/code-label.ts';
import { type Editing, sourceInView } from '../store/editing.ts';
import { EditBar } from './EditBar.tsx';
import type { HighlightedLines } from '../store/highlighted-lines.ts';
import { HighlightNote } from './HighlightNote.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { useModule } from './use-module.ts';
import { positionAtPoint } from './position-at-point.ts';
import type { StartGroup } from './StartFrom.tsx';
import { ProgramTabs } from './ProgramTabs.tsx';

interface CodePaneProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly id: string;
  readonly leaky: ComponentChildren;
  readonly fixed: ComponentChildren;
  readonly starts: readonly StartGroup[];
}

export function CodePane({ store, editing, id, leaky, fixed, starts }: CodePaneProps): JSX.Element {
  return (
    <section class="ll-code-pane">
      <ProgramTabs store={store} id={id} />
      <div class="ll-code-box" data-editing={editing.mode.value}>
        <PageCode store={store} editing={editing} leaky={leaky} fixed={fixed} />
        <div class="ll-code-host" ref={editing.attach} />
        {editing.mode.value === 'plain' ? <PlainEditor store={store} editing={editing} /> : null}
        <HighlightNote store={store} />
      </div>
      <EditBar store={store} editing={editing} starts={starts} />
    </section>
  );
}

type PageCodeProps = Omit<CodePaneProps, 'id' | 'starts'>;

/** Text as the page came with it; a click in it, or typing, opens an editor. To pass by changes nothing. */
function PageCode({ store, editing, leaky, fixed }: PageCodeProps): JSX.Element {
  const { choice, lab, highlight, lock } = store;
  const { shown } = choice;
  const words = workbenchWords().edit;
  const own = shown.value === 'mine' || shown.value === 'contract';
  const box = useRef<HTMLDivElement>(null);
  const lines = highlight.lines.value;
  const fetched = lab.fixed.value;
  useEffect(() => {
    if (box.current !== null) highlightLines(box.current, lines);
  }, [lines, fetched]);
  useEffect(() => {
    // The highlighter makes each text a stop of the Tab key, within the box that is one.
    for (const text of box.current?.querySelectorAll('pre') ?? []) text.removeAttribute('tabindex');
  }, [fetched]);
  const open = (event?: MouseEvent) => {
    if (box.current === null || editing.mode.value !== 'page') return;
    if (event !== undefined && hasSelected(box.current)) return;
    void editing.open(event === undefined ? undefined : positionAtPoint(event, box.current));
  };
  return (
    <div
      class="ll-code-page"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={shownLabel(store)}
      aria-description={words.enterOpens}
      onClick={(event) => {
        if (!isOnFold(event)) open(event);
      }}
      onKeyDown={(event) => {
        if (!opensEditor(event) || isOnFold(event)) return;
        event.preventDefault();
        open();
      }}
    >
      <div class="ll-code-given" data-program="leaky">
        {leaky}
      </div>
      {lock.isLocked.value ? null : (
        <div class="ll-code-given" data-program="fixed">
          {fixed ?? <FetchedCode lab={lab} />}
        </div>
      )}
      {shown.value === 'contract' && lab.file.value === undefined && lab.missing.value ? (
        <p role="alert">{words.contractMissing}</p>
      ) : null}
      {own ? <OwnText source={sourceInView(store) ?? ''} /> : null}
    </div>
  );
}

/** The fixed program where the page did not bring it along. */
function FetchedCode({ lab }: Pick<PlaygroundStore, 'lab'>): JSX.Element {
  const words = workbenchWords().edit;
  if (lab.fixed.value !== undefined)
    return <div dangerouslySetInnerHTML={{ __html: lab.fixed.value.html }} />;
  return lab.missing.value ? <p role="alert">{words.fixedMissing}</p> : <p>{words.fixedLoading}</p>;
}

/** What did not come with the page, in ink alone until the colours are here. */
function OwnText({ source }: { readonly source: string }): JSX.Element {
  const coloured = useModule(() => import('./OwnCode.tsx'), true);
  return typeof coloured === 'object' ? (
    <coloured.OwnCode source={source} />
  ) : (
    <pre class="ll-code-own" data-language="ts">
      {source}
    </pre>
  );
}

/** Whether an event is about the line that lines are folded to: it opens and closes them. */
function isOnFold({ target }: Event): boolean {
  return (target as Element).closest('summary') !== null;
}

/** Whether a click only ended the marking of some text, to be copied. */
function hasSelected(box: HTMLElement): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && box.contains(selection.anchorNode);
}

/** Enter, or a character that somebody types; Space scrolls, as everywhere. */
function opensEditor({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && (key === 'Enter' || (key.length === 1 && key !== ' '));
}

/** Marks lines of the text that the page came with, opens what folds them, and brings the first of them near the top. */
function highlightLines(box: HTMLElement, highlighted: HighlightedLines | undefined): void {
  for (const line of box.querySelectorAll('.line.ll-highlighted')) line.classList.remove('ll-highlighted');
  if (highlighted === undefined) return;
  const lines = box.querySelectorAll<HTMLElement>(`[data-program="${highlighted.program}"] .line`);
  const [first] = [...lines].slice(highlighted.from - 1, highlighted.to).map((line) => {
    line.classList.add('ll-highlighted');
    line.closest('details')?.setAttribute('open', '');
    return line;
  });
  if (first !== undefined) box.scrollTop = first.offsetTop - 2 * first.offsetHeight;
}
