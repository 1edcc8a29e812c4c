/** A new chapter: a prediction, a playground, a question and a challenge on one scenario, at the end of the course. */

import { existsSync, readdirSync } from 'node:fs';

import { filled, listed, place, titleOf, UsageError } from './new-files.mjs';

/**
 * What to write for a chapter of that name. Throws a `UsageError` where there is one already, or no such scenario.
 * @param {string} name
 * @param {string} scenario
 */
export function newChapter(name, scenario) {
  const chapters = readdirSync(place('content', 'en', 'course')).filter((file) => file.endsWith('.mdx'));
  const taken = chapters.find((file) => file.replace(/^\d+[a-z]?-/, '') === `${name}.mdx`);
  if (taken !== undefined) {
    throw new UsageError(
      `There is a chapter '${name}' already, content/en/course/${taken}. Nothing was written.`,
    );
  }
  if (!/^[\w-]+$/.test(scenario) || !existsSync(place('playground', 'scenarios', scenario, 'scenario.ts'))) {
    throw new UsageError(
      `There is no scenario '${scenario}' for the chapter. Make it first, or name another with --scenario. Nothing was written.`,
    );
  }
  const number = Math.max(0, ...chapters.map((file) => Number.parseInt(file, 10) || 0)) + 1;
  const slug = `${String(number).padStart(2, '0')}-${name}`;
  const gaps = { NUMBER: String(number), TITLE: titleOf(name), ID: scenario };
  const changes = [
    filled('chapter.mdx.txt', place('content', 'en', 'course', `${slug}.mdx`), gaps),
    listed(place('src', 'course', 'course.ts'), /^ {2}'course\/[\w-]+',$/gm, `  'course/${slug}',`),
  ];
  return {
    changes,
    next: `It passes as it stands. Edit it while you look at it: npm run dev, then /course/${slug}/`,
  };
}
