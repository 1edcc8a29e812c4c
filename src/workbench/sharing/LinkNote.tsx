/** Above the playground: that the program came by a link, from which version, the ways out, and how the reader's run compares. */

// As an address: a style sheet that is imported would be fetched with the page.
import styles from './sharing.css?url';

import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';

import { pagePath } from '#src/site-path.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { Compared } from './Compared.tsx';
import { refusalWords } from './refusal-words.ts';
import type { LinkRefusal, OpenedLinks, Visit } from './opened-links.ts';

interface LinkNoteProps {
  readonly store: PlaygroundStore;
  readonly links: OpenedLinks;
}

export function LinkNote({ store, links }: LinkNoteProps): JSX.Element {
  const { note } = sharingWords();
  const visit = links.visit.value;
  const refusal = links.refusal.value;
  useSignalEffect(() => {
    // An edit of a given program, or a new start, has taken the visitor's place.
    if (store.choice.visitor.value === undefined && links.visit.peek() !== undefined) links.forget();
  });
  return (
    <section class="ll-link-note" aria-label={note.label}>
      <link rel="stylesheet" href={styles} />
      {refusal === undefined ? null : <Refusal refusal={refusal} />}
      {visit === undefined ? <Ended links={links} store={store} /> : null}
      {visit === undefined ? null : <OpenVisit store={store} links={links} visit={visit} />}
    </section>
  );
}

function Refusal({ refusal }: { readonly refusal: LinkRefusal }): JSX.Element {
  const { faults } = sharingWords();
  if (refusal.type === 'elsewhere') {
    return (
      <p>
        {faults.elsewhere}{' '}
        <a href={`${pagePath(`playground/${refusal.scenario}`)}${refusal.hash}`}>{faults.goThere}</a>
      </p>
    );
  }
  return <p data-refused>{refusalWords(refusal)}</p>;
}

/** What became of a visit that is over. */
function Ended({ store, links }: LinkNoteProps): JSX.Element | null {
  const { note } = sharingWords();
  switch (links.ended.value) {
    case undefined:
      return null;
    case 'left':
      return <p>{note.left}</p>;
    case 'kept':
      return <p>{store.choice.earlier.value === undefined ? note.keptAlone : note.kept}</p>;
  }
}

function OpenVisit({ store, links, visit }: LinkNoteProps & { readonly visit: Visit }): JSX.Element {
  const { note } = sharingWords();
  /** The button goes with the note; what is next takes the focus. */
  const then = (change: () => void) => (event: Event) => {
    const workbench = (event.currentTarget as Element).closest('.ll-workbench');
    change();
    requestAnimationFrame(() => workbench?.querySelector<HTMLElement>('.ll-run-button')?.focus());
  };
  return (
    <>
      <p>{note.came}</p>
      <p>{versionWords(visit)}</p>
      {hasChallenge(store) ? <p>{note.notCounted}</p> : null}
      <Compared store={store} visit={visit} />
      <p class="ll-link-ways">
        <button type="button" class="ll-tool-button" onClick={then(links.leave)}>
          {note.leave}
        </button>
        <button type="button" class="ll-tool-button" onClick={then(links.keep)}>
          {note.keep}
        </button>
      </p>
    </>
  );
}

function hasChallenge({ scenario }: PlaygroundStore): boolean {
  return document.querySelector(`ll-challenge[data-scenario="${scenario}"]`) !== null;
}

/** Which version the link was made with, and whether that is the one here. */
function versionWords({ shared: { machineHash, scenarioHash }, scenarioHash: here }: Visit): string {
  const { version } = sharingWords();
  if (machineHash === '' || scenarioHash === '') return version.unknown;
  const isMachine = machineHash === import.meta.env.MACHINE_HASH;
  const isScenario = scenarioHash === here;
  const which = isMachine ? (isScenario ? 'same' : 'scenario') : isScenario ? 'machine' : 'both';
  return version[which](machineHash, scenarioHash);
}
