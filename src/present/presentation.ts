/** Where a presentation is and what it does: which slide, which hands, what to run. */

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import { slugIn } from '#src/course/place.ts';
import { keepInTab, keptInTab } from '#src/kept/tab-storage.ts';
import { keyOf } from '#src/kept/keys.ts';
import { presentWords } from '#src/strings/present-words.ts';
import { request } from '#src/workbench/store/page-requests.ts';
import { advanced, counted, favourite, type Hands, handsIn, noHands, optionShown } from './hands.ts';
import type { PageBlock } from './page-blocks.ts';
import { type Question, questionsIn } from './page-questions.ts';
import { runPlayground } from './run-playground.ts';
import { type Slide, slideAsked, slidesOf } from './slides.ts';

export interface Presentation {
  readonly slides: readonly Slide[];
  /** Place of the slide, from 0. */
  readonly at: Signal<number>;
  readonly isOutlineOpen: Signal<boolean>;
  /** The phrase of the text whose lines the code shows. */
  readonly phrase: Signal<string>;
  /** The question of the slide, its hands, and the place of the option that counts go to. */
  readonly question: ReadonlySignal<Question | undefined>;
  readonly hands: ReadonlySignal<Hands>;
  readonly option: Signal<number>;
  /** What a slide is called, by its section and its kind. */
  titleOf(place: number): string;
  /** What it is called in the outline: a question by its words. */
  outlineOf(place: number): string;
  /** The elements of the page that a slide shows. */
  elementsOf(slide: Slide): readonly HTMLElement[];
  /** The address of the page itself, at the section of the slide. */
  pageAddress(): string;
  go(place: number): void;
  count(option: number, by: 1 | -1): void;
  advance(): void;
  reset(): void;
  canRun(question: Question): boolean;
  /** Runs the program of the slide, or of its question, and shows its chart. */
  run(): void;
}

/** Starts where the address says. `title` is the chapter's. */
export function createPresentation(page: readonly PageBlock[], title: string): Presentation {
  const slides = slidesOf(page.map(({ block }) => block));
  const questions = new Map(
    page
      .filter(({ block }) => block.type === 'questions')
      .flatMap(({ element }) => questionsIn(element).map((question) => [question.id, question] as const)),
  );
  const key = keyOf('hands', slugIn(location.pathname) ?? '');
  const stored = keptInTab(key);
  const all = signal<Readonly<Record<string, unknown>>>(isRecord(stored) ? stored : {});
  const asked = new URLSearchParams(location.search).get('present') ?? '';
  const at = signal(slideAsked(slides, asked, decodeURIComponent(location.hash.slice(1))));
  const option = signal(0);
  const phrase = signal('');
  const question = computed(() => questions.get(slides[at.value]?.question ?? ''));
  const handsOf = ({ id, options }: Question): Hands => handsIn(all.value[id], options.length);
  const hands = computed(() => (question.value === undefined ? noHands(0) : handsOf(question.value)));
  option.value = optionShown(hands.value);

  const keep = (now: Hands): void => {
    if (question.value === undefined) return;
    all.value = { ...all.value, [question.value.id]: now };
    keepInTab(key, all.value);
  };
  const go = (place: number): void => {
    const within = Math.min(slides.length - 1, Math.max(0, place));
    if (within === at.value) return;
    phrase.value = '';
    at.value = within;
    option.value = optionShown(hands.value);
  };
  effect(() => {
    history.replaceState(history.state, '', `${location.pathname}?present=${at.value + 1}`);
  });
  // What is revealed is uncovered on the page as well, after a reload too.
  effect(() => {
    for (const each of questions.values())
      if (handsOf(each).stage === 'revealed') uncover(each, handsOf(each));
  });
  return {
    slides,
    at,
    isOutlineOpen: signal(false),
    phrase,
    question,
    hands,
    option,
    titleOf: (place) => titleOf(slides[place], title),
    outlineOf: (place) => questions.get(slides[place]?.question ?? '')?.text ?? titleOf(slides[place], title),
    elementsOf: ({ blocks }) => blocks.flatMap((block) => page[block]?.element ?? []),
    pageAddress: () => `${location.pathname}${hashOf(slides[at.value])}`,
    go,
    count: (place, by) => {
      option.value = place;
      keep(counted(hands.value, place, by));
    },
    advance: () => {
      keep(advanced(hands.value));
      if (hands.value.stage === 'revealed') option.value = favourite(hands.value) ?? option.value;
    },
    reset: () => {
      option.value = 0;
      keep(noHands(hands.value.first.length));
    },
    canRun: ({ scenario }) => chartOf(slides, scenario) !== -1,
    run: () => {
      const chart = chartOf(slides, slides[at.value]?.scenario ?? question.value?.scenario);
      const slide = slides[chart];
      if (slide?.scenario === undefined) return;
      go(chart);
      void runPlayground(slide.scenario);
    },
  };
}

function titleOf(slide: Slide | undefined, title: string): string {
  if (slide === undefined || slide.kind === 'opening') return title;
  const { kinds, titled } = presentWords();
  const section = slide.section === '' ? title : slide.section;
  return slide.kind === 'text' || slide.kind === 'thing' ? section : titled(section, kinds[slide.kind]);
}

function chartOf(slides: readonly Slide[], scenario: string | undefined): number {
  return slides.findIndex((slide) => slide.kind === 'chart' && slide.scenario === scenario);
}

/** Takes the sheet off what was measured, and draws what most of the room predicted. */
function uncover({ scenario, view, options }: Question, hands: Hands): void {
  if (scenario === undefined) return;
  for (const covered of document.querySelectorAll(`#playground-${scenario}, [data-awaits="${scenario}"]`))
    covered.removeAttribute('data-concealed');
  const value = options[favourite(hands) ?? -1]?.value;
  if (view !== undefined && value !== undefined)
    request(scenario, { type: 'prediction', prediction: { view, value } });
}

function hashOf(slide: Slide | undefined): string {
  return slide?.anchor ? `#${slide.anchor}` : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
