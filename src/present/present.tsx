/** The presenter view of a chapter, made of the page that it is on. A page loads this only when its address asks for it. */

import { effect } from '@preact/signals';
import { render } from 'preact';

import { sheetLoaded } from './sheet.ts';
import { onKey } from './keys.ts';
import { blocksOf } from './page-blocks.ts';
import { createPresentation, type Presentation } from './presentation.ts';
import { Presenter } from './Presenter.tsx';
import { fit, showOnly } from './stage.ts';

/** Without a chapter there is nothing to present, and the page stays as it is. */
async function present(): Promise<void> {
  const content = document.querySelector<HTMLElement>('.sl-markdown-content');
  const title = document.querySelector('h1')?.textContent ?? '';
  if (!content?.querySelector(':scope > .ll-learn')) return;
  await sheetLoaded();
  const show = createPresentation(blocksOf(content), title);
  const frame = document.createElement('div');
  document.body.prepend(frame);
  // Before its parts are sized, the stage has to be there.
  effect(() => {
    const slide = show.slides[show.at.value];
    if (slide !== undefined) showOnly(slide, show.elementsOf(slide));
  });
  render(<Presenter show={show} />, frame);
  keepFitting(show, content, frame);
  document.addEventListener('keydown', (event) => onKey(event, show));
  followLinks(show);
}

/** Sizes the slide anew whenever it or the window changes. */
function keepFitting(show: Presentation, content: HTMLElement, frame: HTMLElement): void {
  let waits = false;
  const refit = (): void => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      const slide = show.slides[show.at.value];
      if (slide === undefined) return;
      const beside = [...frame.querySelectorAll<HTMLElement>('.ll-asked, .ll-how-to')];
      const isFitting = fit(slide, slide.kind === 'question' ? beside : [content, ...beside]);
      document.documentElement.toggleAttribute('data-present-fits', isFitting);
    });
  };
  effect(() => {
    // Whatever of these changes, the slide may need another size.
    const now = [show.at.value, show.hands.value, show.option.value];
    content.scrollTop = 0;
    if (now.length > 0) refit();
  });
  addEventListener('resize', refit);
  const observer = new ResizeObserver(refit);
  for (const element of content.children) observer.observe(element);
  for (const bar of content.querySelectorAll('.ll-run-bar, .ll-chart-pane')) observer.observe(bar);
}

/** Links to a part of the page lead to its slide; a phrase that points to code leads to the code. */
function followLinks(show: Presentation): void {
  document.addEventListener('click', ({ target }) => {
    const phrase = target instanceof Element ? target.closest<HTMLElement>('a.ll-lines[href]') : null;
    if (phrase === null) return;
    const [scenario] = (phrase.dataset['lines'] ?? '').split(' ');
    const code = show.slides.findIndex((slide) => slide.kind === 'code' && slide.scenario === scenario);
    if (code === -1) return;
    show.go(code);
    show.phrase.value = wordsOf(phrase);
  });
  addEventListener('hashchange', () => {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const place = show.slides.findIndex(
      (slide) =>
        show.elementsOf(slide).some((element) => aim !== null && element.contains(aim)) ||
        (aim !== null && slide.anchor === aim.id),
    );
    if (place !== -1) show.go(place);
  });
}

/** The phrase without the numbers of its lines. */
function wordsOf(phrase: HTMLElement): string {
  const words = phrase.cloneNode(true) as HTMLElement;
  for (const part of words.querySelectorAll('.sr-only, .where')) part.remove();
  return words.textContent.trim();
}

void present();
