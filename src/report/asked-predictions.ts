/** The predictions that chapters ask for, read off their pages: what was asked, and what came of it. */

import type { FirstTry } from '#src/course/first-tries.ts';
import { nearness } from '#src/components/guess.ts';
import { hundredthWords } from '#src/chart/quantity-words.ts';

/** A prediction that a page asks for: a number to guess, or one of several answers to choose. */
export type AskedPrediction =
  | {
      readonly type: 'number';
      readonly question: string;
      readonly measured: number;
      /** One standard deviation of what was measured; 0 where chance has no part in it. */
      readonly deviation: number;
    }
  | {
      readonly type: 'choice';
      readonly question: string;
      /** Texts of the answers, by what is kept of a choice. */
      readonly options: ReadonlyMap<string, string>;
      readonly right: string;
    };

/** What the pages of chapters ask for, by the slug of the page and then by the name of the question. */
export type AskedPredictions = ReadonlyMap<string, ReadonlyMap<string, AskedPrediction>>;

/** Fetches these pages of our own and reads them, `undefined` where one cannot be had. Each is a slug with its address. */
export async function fetchAsked(
  pages: readonly (readonly [slug: string, address: string])[],
): Promise<AskedPredictions | undefined> {
  try {
    const read = pages.map(async ([slug, address]) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      return [slug, askedOn(page)] as const;
    });
    return new Map(await Promise.all(read));
  } catch {
    return undefined;
  }
}

/** What a page asks for, as `Predict.astro` and `Quiz.astro` write it. */
function askedOn(page: Document): ReadonlyMap<string, AskedPrediction> {
  const asked = new Map<string, AskedPrediction>();
  for (const place of page.querySelectorAll<HTMLElement>('ll-predict')) {
    const { answer, deviation = '0' } = place.dataset;
    const question = textOf(place.querySelector('label'));
    const name = place.querySelector('input')?.id ?? '';
    asked.set(name, { type: 'number', question, measured: Number(answer), deviation: Number(deviation) });
  }
  for (const place of page.querySelectorAll<HTMLElement>('ll-quiz[data-unveils]')) {
    const inputs = [...place.querySelectorAll('input')];
    const options = new Map(inputs.map((input) => [input.value, textOf(input.closest('label'))]));
    const right = inputs.find(({ dataset }) => dataset['right'] !== undefined)?.value ?? '';
    const question = textOf(place.querySelector('legend'));
    asked.set(inputs[0]?.name ?? '', { type: 'choice', question, options, right });
  }
  return asked;
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** A prediction beside what came of it, in words. */
export interface ToldPrediction {
  readonly question: string;
  readonly predicted: string;
  readonly result: string;
  /** Whether it was right, or so near that the chapter calls it close. */
  readonly isRight: boolean;
}

/** A first prediction beside its result; `undefined` where the page of today does not ask for it. */
export function toldPrediction(
  { chapter, question: name, value }: FirstTry,
  pages: AskedPredictions,
): ToldPrediction | undefined {
  const asked = pages.get(chapter)?.get(name);
  if (asked === undefined) return undefined;
  const { question } = asked;
  if (asked.type === 'number') {
    const { measured, deviation } = asked;
    const isRight = nearness(Number(value), measured, deviation) !== 'off';
    return { question, predicted: hundredthWords(Number(value)), result: hundredthWords(measured), isRight };
  }
  const [predicted, result] = [asked.options.get(value), asked.options.get(asked.right)];
  if (predicted === undefined || result === undefined) return undefined;
  return { question, predicted, result, isRight: value === asked.right };
}
