/** The questions of the course, read off the chapters' sources: whoever has not read must not be able to tell the right answer. */

import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

interface Option {
  readonly text: string;
  readonly right: boolean;
}

interface Question {
  readonly question: string;
  readonly options: readonly Option[];
}

/** Text in quotes of one kind or another, as it stands in a source. */
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/;

function textAfter(name: RegExp, source: string): string {
  const found = new RegExp(`${name.source}(?:${quoted.source})`).exec(source)?.slice(1);
  return (found ?? []).join('').replace(/\\(.)/g, '$1');
}

const sources = globSync('content/en/**/*.mdx').map((file) => readFileSync(file, 'utf8'));

/** What a kind of component asks, wherever it stands. */
function asked(component: string): readonly Question[] {
  const blocks = sources.flatMap((source) => [
    ...source.matchAll(new RegExp(`<${component}\\n[\\s\\S]*?\\n/>`, 'g')),
  ]);
  return blocks.map(([block]) => ({
    question: textAfter(/question=\{?/, block),
    options: block
      .split(/\n\s+(?:\{ )?(?=text: )/)
      .slice(1)
      .map((option) => ({
        text: textAfter(/text: /, option),
        right: /\bright: true\b/.test(option),
      })),
  }));
}

const quizzes = asked('Quiz');
const choices = asked('PredictChoice');
const lengths = ({ options }: Question): readonly number[] => options.map(({ text }) => text.length);
const isOfRight =
  (pick: (...lengths: number[]) => number) =>
  (quiz: Question): boolean => {
    const picked = pick(...lengths(quiz));
    return quiz.options.every(({ text, right }) => (text.length === picked) === right);
  };

describe('the questions of the course', () => {
  test('there are 26 or more, and every chapter has predictions to make', () => {
    expect(quizzes.length).toBeGreaterThanOrEqual(26);
    const unasked = sources.filter((source) => /^chapter:/m.test(source) && !source.includes('<Predict'));
    expect(unasked).toEqual([]);
  });

  test.each(quizzes)('$question has three or four options, and one is right', ({ question, options }) => {
    expect(question).not.toBe('');
    expect([3, 4]).toContain(options.length);
    expect(options.filter(({ right }) => right)).toHaveLength(1);
    expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
  });

  test.each([...quizzes, ...choices])('$question has options of much the same length', (asking) => {
    expect(Math.max(...lengths(asking))).toBeLessThanOrEqual(2 * Math.min(...lengths(asking)) + 4);
  });

  test('the right option is no more often the longest, or the shortest, than it would be by chance', () => {
    const chance = quizzes.reduce((sum, { options }) => sum + 1 / options.length, 0);
    expect(quizzes.filter(isOfRight(Math.max)).length).toBeLessThanOrEqual(quizzes.length / 3);
    expect(quizzes.filter(isOfRight(Math.min)).length).toBeLessThanOrEqual(1.5 * chance);
  });

  test.each([...quizzes, ...choices])('$question shows no marks of Markdown', ({ question, options }) => {
    for (const text of [question, ...options.map((option) => option.text)]) expect(text).not.toMatch(/[`*]/);
  });
});
