/** Reads a chapter's questions off its page, each with options to raise a hand for. */

import { hundredthWords } from '#src/chart/quantity-words.ts';
import type { Prediction } from '#src/chart/prediction.ts';
import type { Miss } from '#src/components/guess.ts';
import { presentWords } from '#src/strings/present-words.ts';

export interface Option {
  readonly text: string;
  /** Why it is right or wrong. */
  readonly why: string;
  readonly right: boolean;
  /** The number that it is, where it is one. */
  readonly value?: number;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  /** What it is asked of: a name as code, and where it stands. */
  readonly name?: { readonly code: string; readonly about: string };
  readonly options: readonly Option[];
  /** Scenario whose program shows the answer when it runs. */
  readonly scenario?: string;
  /** The chart's view on which a number that was predicted is drawn. */
  readonly view?: Prediction['view'];
}

/** Names of the questions that an element asks. */
export function questionIds(element: HTMLElement): readonly string[] {
  return questionsIn(element).map(({ id }) => id);
}

/** What an element asks: a set of names to sort asks of each name, others ask once. */
export function questionsIn(element: HTMLElement): readonly Question[] {
  if (element.matches('ll-predict')) return [predicted(element)];
  if (element.matches('ll-sort')) return [...element.querySelectorAll('fieldset')].map(sorted(element));
  const options = optionsIn(element);
  const { unveils } = element.dataset;
  return [
    {
      id: element.querySelector('input')?.name ?? '',
      text: textOf(element, 'legend'),
      options,
      ...(unveils === undefined ? {} : { scenario: unveils }),
    },
  ];
}

function sorted(sort: HTMLElement): (fieldset: HTMLElement) => Question {
  const text = textOf(sort, '.question');
  return (fieldset) => ({
    id: fieldset.querySelector('input')?.name ?? '',
    text,
    name: { code: textOf(fieldset, 'legend code'), about: textOf(fieldset, 'legend span') },
    options: optionsIn(fieldset),
  });
}

function optionsIn(element: HTMLElement): readonly Option[] {
  return [...element.querySelectorAll('label')].map((label) => {
    const { right, why = '' } = label.querySelector('input')?.dataset ?? {};
    return { text: textOf(label, 'span'), why, right: right !== undefined };
  });
}

/** A number to predict: the room chooses among what is right, what mistaken thoughts lead to, and any other. */
function predicted(element: HTMLElement): Question {
  const { answer, misses = '[]', otherwise = '', scenario, view } = element.dataset;
  const right = { value: Number(answer), why: otherwise, right: true };
  const wrong = (JSON.parse(misses) as readonly Miss[]).map((miss) => ({ ...miss, right: false }));
  const options = [right, ...wrong]
    .sort((a, b) => a.value - b.value)
    .map((option) => ({ ...option, text: hundredthWords(option.value) }));
  return {
    id: element.querySelector('input')?.id ?? '',
    text: textOf(element, 'label'),
    options: [...options, { text: presentWords().question.another, why: otherwise, right: false }],
    ...(scenario === undefined ? {} : { scenario }),
    ...(view === undefined ? {} : { view: JSON.parse(view) as Prediction['view'] }),
  };
}

function textOf(element: Element, selector: string): string {
  return element.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
}
