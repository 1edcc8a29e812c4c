/** The questions of the course, read off the chapters' sources: whoever has not read must not be able to tell the right answer. */

import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { type WrittenQuestion, writtenQuestions } from './written-questions.ts';

const sources = globSync('content/en/**/*.mdx').map((file) => readFileSync(file, 'utf8'));

const quizzes = sources.flatMap((source) => writtenQuestions(source, 'Quiz'));
const choices = sources.flatMap((source) => writtenQuestions(source, 'PredictChoice'));
const lengths = ({ options }: WrittenQuestion): readonly number[] => options.map(({ text }) => text.length);
const isOfRight =
  (pick: (...lengths: number[]) => number) =>
  (quiz: WrittenQuestion): boolean => {
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
