/** A facilitator can trust the plan: it adds up, it reaches what it promises, and all that it names is there. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { findScenario } from '#playground/scenarios/scenarios.ts';
import { textsOf } from '#playground/scenarios/texts.ts';
import { guide } from '#src/strings/en/guide.ts';
import { answersOf } from './chapter-questions.ts';
import { type Expected, expected, nameOf } from './expected-answers.ts';
import { headingsOf } from './page-headings.ts';
import { planned, routes, type SessionRoute, type SessionStep, totalMinutes } from './session-routes.ts';

const sourceOf = (page: string): string => readFileSync(path.resolve('content/en', `${page}.mdx`), 'utf8');
const steps = [...new Set(routes.flatMap((route) => route.steps))];
const chaptersOf = (some: readonly SessionStep[]): readonly string[] =>
  some.flatMap(({ places }) => places.map(({ page }) => page.replace(/^course\/(\d+[a-z]?)-.*$/, '$1')));
const mustOf = ({ steps }: SessionRoute): readonly SessionStep[] =>
  steps.filter(({ need }) => need === 'must');

describe.each(routes)('the route of $minutes minutes', (route) => {
  test('adds up to its length, with at least ten minutes that can be cut', () => {
    expect(totalMinutes(route)).toBe(route.minutes);
    expect(totalMinutes(route, 'must')).toBeLessThanOrEqual(route.minutes - 10);
  });

  test('has steps that follow each other without a gap', () => {
    const plan = planned(route);
    expect(plan[0]?.from).toBe(0);
    expect(plan.slice(1).map(({ from }) => from)).toEqual(plan.slice(0, -1).map(({ until }) => until));
    expect(plan.at(-1)?.until).toBe(route.minutes);
  });

  test('reaches the three causes, a fix, measuring and the real history', () => {
    const reached = chaptersOf(route.steps);
    expect(reached).toEqual(expect.arrayContaining(['03', '04', '05', '11']));
    expect(reached.some((chapter) => ['06', '07', '08'].includes(chapter))).toBe(true);
    expect(reached.some((chapter) => ['09', '09b', '10'].includes(chapter))).toBe(true);
  });

  test('keeps a cause, a fix, measuring and the history when all is cut that can be', () => {
    const reached = chaptersOf(mustOf(route));
    expect(reached).toEqual(expect.arrayContaining(['03', '08', '09b', '11']));
    expect(mustOf(route).some(({ doing }) => doing.challenges === 1)).toBe(true);
  });

  test('has a break where it lasts for more than an hour', () => {
    expect(route.steps.some(({ id }) => id === 'break')).toBe(route.minutes > 60);
  });
});

describe('all that a step names is there', () => {
  const places = steps.flatMap((step) => step.places);

  test.each(places)('$page#$anchor', ({ page, anchor }) => {
    if (anchor !== undefined) expect([...headingsOf(sourceOf(page)).keys()]).toContain(anchor);
  });

  test.each(steps)('$id asks and runs no more than its chapters have', ({ places, doing }) => {
    const source = [...new Set(places.map(({ page }) => page))].map(sourceOf).join('\n');
    const count = (tag: RegExp): number => source.match(tag)?.length ?? 0;
    expect(doing.questions ?? 0).toBeLessThanOrEqual(count(/<(?:Quiz|Predict|PredictChoice)\s/g));
    expect(doing.playgrounds ?? 0).toBeLessThanOrEqual(count(/<Playground\s/g));
    expect(doing.challenges ?? 0).toBeLessThanOrEqual(count(/<Challenge\s/g));
  });

  test('each step has something to show but the break', () => {
    expect(steps.filter((step) => step.places.length === 0).map(({ id }) => id)).toEqual(['break']);
  });
});

describe('the wrong answers to expect', () => {
  const all: readonly Expected[] = Object.values(expected).flat();
  const options = all.filter((answer) => answer.type === 'option');
  const fixes = all.filter((answer) => answer.type === 'fix');

  test.each(options)('$question, option $place stands in its chapter, and is wrong', (option) => {
    const answer = answersOf(sourceOf(option.page), option.question)[option.place];
    expect(answer?.right).toBe(false);
    const name = nameOf(option);
    expect(guide.said[name] ?? answer?.text).toBeTruthy();
    expect(guide.replies[name] ?? answer?.why).toBeTruthy();
  });

  test.each(fixes)('$program of $scenario is refused by a check, and has its sentences', async (fix) => {
    const scenario = await findScenario(fix.scenario);
    expect(scenario?.wrong[fix.program]?.check).toBeTruthy();
    expect((await textsOf(fix.scenario)).wrong[fix.program]).toBeTruthy();
    expect(guide.said[nameOf(fix)]).toBeTruthy();
  });

  test('no reply is left over', () => {
    const names = all.map(nameOf);
    expect(Object.keys({ ...guide.said, ...guide.replies }).filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });
});
