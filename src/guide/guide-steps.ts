/** The steps of the guide with all that a facilitator reads, put together from the chapters and the scenarios. */

import type { CollectionEntry } from 'astro:content';

import { contentPages } from '#src/course/content-pages.ts';
import { timeOf } from '#src/course/outline.ts';
import { pagePath } from '#src/site-path.ts';
import { guideWords } from '#src/strings/guide-words.ts';
import { scenarioTexts } from '#src/strings/scenario-texts.ts';
import { answersOf } from './chapter-questions.ts';
import { type Expected, expected, nameOf } from './expected-answers.ts';
import { headingsOf } from './page-headings.ts';
import {
  type Place,
  planned,
  type PlannedStep,
  type SessionRoute,
  shareOfChapter,
} from './session-routes.ts';

/** A part of a page to show, with its two addresses. */
interface ShownPlace {
  readonly label: string;
  readonly address: string;
  /** The same in the presenter view; undefined for a page that is no chapter. */
  readonly presented: string | undefined;
}

/** What somebody says, and what is answered. */
interface Answer {
  readonly said: string;
  readonly reply: string;
}

export interface GuideStep extends PlannedStep {
  readonly shown: readonly ShownPlace[];
  readonly answers: readonly Answer[];
  /** Of the chapter's own minutes, how many percent are spent in the room; undefined where nothing of it is done. */
  readonly percent: number | undefined;
}

/** A route with its steps filled in. Throws for a page, a heading, a question or a wrong fix that is not there. */
export async function guideSteps(route: SessionRoute): Promise<readonly GuideStep[]> {
  return Promise.all(
    planned(route).map(async (step) => ({
      ...step,
      shown: await Promise.all(step.places.map(shownPlace)),
      answers: await Promise.all(expected[step.id].map(answerTo)),
      percent: await percentOf(step),
    })),
  );
}

async function shownPlace({ page, anchor }: Place): Promise<ShownPlace> {
  const { place, chapter } = guideWords();
  const entry = await pageOf(page);
  const { title, chapter: number, lesson = '' } = entry.data;
  const name = number === undefined ? title : chapter(`${number}${lesson}`, title);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  return {
    label: anchor === undefined ? name : place(name, headingOf(entry, anchor)),
    address: `${pagePath(page)}${hash}`,
    presented: number === undefined ? undefined : `${pagePath(page)}?present${hash}`,
  };
}

function headingOf({ id, body = '' }: CollectionEntry<'docs'>, anchor: string): string {
  const heading = headingsOf(body).get(anchor);
  if (heading === undefined) throw new Error(`'${id}' has no heading '${anchor}'.`);
  return heading;
}

async function answerTo(answer: Expected): Promise<Answer> {
  const { said, replies } = guideWords();
  const name = nameOf(answer);
  const own = answer.type === 'fix' ? await fixAnswer(answer) : await optionAnswer(answer);
  const found = { said: said[name] ?? own.said, reply: replies[name] ?? own.reply };
  if (!found.said || !found.reply) throw new Error(`The guide has no words for '${name}'.`);
  return found;
}

async function fixAnswer({ scenario, program }: Extract<Expected, { type: 'fix' }>): Promise<Answer> {
  return { said: '', reply: (await scenarioTexts(scenario)).wrong[program] ?? '' };
}

async function optionAnswer({
  page,
  question,
  place,
}: Extract<Expected, { type: 'option' }>): Promise<Answer> {
  const answer = answersOf((await pageOf(page)).body ?? '', question)[place];
  return { said: answer?.text ?? '', reply: answer?.why ?? '' };
}

async function percentOf(step: PlannedStep): Promise<number | undefined> {
  const page = step.places.at(-1)?.page;
  if (page === undefined) return undefined;
  const share = shareOfChapter(step, await timeOf((await pageOf(page)).body ?? ''));
  return share === 0 ? undefined : Math.round(100 * share);
}

async function pageOf(id: string): Promise<CollectionEntry<'docs'>> {
  const entry = (await contentPages()).get(id);
  if (entry === undefined) throw new Error(`The guide shows '${id}', and there is no such page.`);
  return entry;
}
