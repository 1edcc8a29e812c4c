/** The code in view: highlighted text until the reader wants to edit, then Monaco or a plain text box in its place. */

import type { ComponentChildren, JSX } from 'preact';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';

import type { Editing } from './editing.ts';
import { sourceInView } from './editing.ts';
import { EditBar } from './EditBar.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import type { PlaygroundStore } from './playground-store.ts';
import { placeUnder } from './place-under.ts';
import { ProgramTabs } from './ProgramTabs.tsx';

interface CodePaneProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly id: string;
  readonly leaky: ComponentChildren;
  readonly fixed: ComponentChildren;
}

export function CodePane({ store, editing, id, leaky, fixed }: CodePaneProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  return (
    <section class="code-pane">
      <ProgramTabs store={store} id={id} />
      <div class="code-box" data-editing={editing.mode.value}>
        <PageCode store={store} editing={editing} host={host} leaky={leaky} fixed={fixed} />
        <div class="code-host" ref={host} />
        {editing.mode.value === 'plain' ? <PlainEditor store={store} editing={editing} /> : null}
      </div>
      <EditBar store={store} editing={editing} host={host} />
    </section>
  );
}

type PageCodeProps = Omit<CodePaneProps, 'id'> & { readonly host: RefObject<HTMLDivElement> };

/** Text as the page came with it; a click in it, or the focus, opens an editor. */
function PageCode({ store, editing, host, leaky, fixed }: PageCodeProps): JSX.Element {
  const { shown, mine } = store.choice;
  const own = shown.value === 'mine' || shown.value === 'contract';
  const box = useRef<HTMLDivElement>(null);
  const open = (event?: MouseEvent) => {
    if (host.current === null || box.current === null || editing.mode.value !== 'page') return;
    void editing.open(host.current, event === undefined ? undefined : placeUnder(event, box.current));
  };
  return (
    <div
      class="code-page"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={store.words.edit.codeLabel(store.scenario)}
      onClick={open}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) open();
      }}
    >
      <div class="code-given" data-program="leaky">
        {leaky}
      </div>
      <div class="code-given" data-program="fixed">
        {fixed}
      </div>
      {own ? (
        <pre class="code-own" data-language="ts">
          {sourceInView(shown.value, mine.value, store.lab.file.value) ?? ''}
        </pre>
      ) : null}
    </div>
  );
}
