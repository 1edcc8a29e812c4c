/** What surrounds a slide: the heading, the way on and back, the outline, and the question where the slide asks one. */

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { presentWords } from '#src/strings/present-words.ts';
import { AskedQuestion } from './AskedQuestion.tsx';
import { HowTo } from './HowTo.tsx';
import type { Presentation } from './presentation.ts';

interface Props {
  readonly show: Presentation;
}

export function Presenter({ show }: Props): JSX.Element {
  const words = presentWords();
  const { slides } = show;
  const at = show.at.value;
  const slide = slides[at];
  const question = show.question.value;
  const place = [countWords(at + 1), countWords(slides.length)] as const;
  return (
    <section class="ll-presenter" aria-label={words.label}>
      <header>
        <Heading show={show} />
        <p class="sr-only" role="status">
          {words.announced(...place, show.titleOf(at))}
        </p>
      </header>
      {slide?.kind === 'opening' ? <HowTo /> : null}
      {question === undefined ? null : <AskedQuestion key={question.id} show={show} question={question} />}
      <footer>
        <p class="ll-present-hint">{question === undefined ? show.phrase.value : words.question.keys}</p>
        <nav aria-label={words.label}>
          <button type="button" onClick={() => show.go(at - 1)} aria-disabled={at === 0}>
            {words.previous}
          </button>
          <span>{words.place(...place)}</span>
          <button type="button" onClick={() => show.go(at + 1)} aria-disabled={at === slides.length - 1}>
            {words.next}
          </button>
          <button type="button" onClick={() => (show.isOutlineOpen.value = true)}>
            {words.outline}
          </button>
          <a href={show.pageAddress()}>{words.leave}</a>
        </nav>
      </footer>
      {show.isOutlineOpen.value ? <Outline show={show} /> : null}
    </section>
  );
}

/** Takes the focus with each slide, so that it is read out. */
function Heading({ show }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const at = show.at.value;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {show.titleOf(at)}
    </h1>
  );
}

/** All slides, to jump to. */
function Outline({ show }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = presentWords();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  const close = (): void => {
    show.isOutlineOpen.value = false;
  };
  return (
    <dialog ref={dialog} onClose={close} aria-label={words.outline}>
      <ol>
        {show.slides.map((_, place) => (
          <li key={place}>
            <button
              type="button"
              aria-current={place === show.at.value ? 'step' : undefined}
              onClick={() => {
                close();
                show.go(place);
              }}
            >
              {show.outlineOf(place)}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" onClick={close}>
        {words.close}
      </button>
    </dialog>
  );
}
