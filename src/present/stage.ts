/** Puts a slide on the screen: shows its parts of the page, hides the others, and makes them as large as they fit. */

import type { Slide, SlideKind } from './slides.ts';

const root = document.documentElement;

/** Type sizes to try, as multiples of the size for the last row. What one only glances at may be smaller. */
const sizes: Readonly<Record<Exclude<SlideKind, 'chart'>, readonly number[]>> = {
  opening: [1.1, 1, 0.9, 0.8, 0.7],
  text: [1.6, 1.4, 1.25, 1.1, 1],
  thing: [1.25, 1.1, 1, 0.9, 0.8, 0.7],
  question: [1.4, 1.25, 1.1, 1, 0.9, 0.8, 0.7],
  code: [1],
  panels: [1],
};
/** Pixels of a plot below which no line can be told from another. */
const leastPlot = 160;

/** Marks the elements of a slide; style sheets hide the others. `container` is the content of the page. */
export function showOnly(slide: Slide, elements: readonly HTMLElement[]): void {
  root.dataset['presented'] = slide.kind;
  for (const before of document.querySelectorAll('[data-on-slide]')) before.removeAttribute('data-on-slide');
  if (slide.kind === 'question') return;
  for (const element of elements) {
    element.dataset['onSlide'] = '';
    // What the element lies in must be there for it to show.
    element.parentElement?.closest<HTMLElement>('ll-after-challenge')?.setAttribute('data-on-slide', '');
  }
}

/** Makes what the stages hold as large as it fits. Returns whether it does fit. */
export function fit({ kind }: Slide, stages: readonly HTMLElement[]): boolean {
  const [stage] = stages;
  if (kind === 'chart') return stage !== undefined && fitChart(stage);
  return sizes[kind].some((size) => {
    root.style.setProperty('--present-fit', `${size}`);
    return stages.every(isWithin);
  });
}

/** The plot takes the height that is left. */
function fitChart(stage: HTMLElement): boolean {
  root.style.setProperty('--present-fit', '1');
  const workbench = stage.querySelector<HTMLElement>('[data-on-slide] .ll-workbench');
  const plot = workbench?.querySelector<HTMLElement>('.ll-run-plot');
  if (!workbench || !plot) return false;
  const others = workbench.offsetHeight - plot.offsetHeight;
  const style = getComputedStyle(stage);
  const room = stage.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  root.style.setProperty('--present-plot', `${Math.max(leastPlot, Math.floor(room - others))}px`);
  return isWithin(stage);
}

function isWithin({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight <= clientHeight && scrollWidth <= clientWidth;
}
