/** What each chapter asks of its reader, read off its source, so that progress can be told from 0 to done. */

import { contentPages } from './content-pages.ts';
import { chapters } from './course.ts';
import type { ChapterOutline } from './standing.ts';
import { chapterTime, type ChapterTime } from './chapter-time.ts';
import { scenarioPrograms } from '../recorded/recorded-run.ts';
import { pagePath } from '../site-path.ts';

/** A chapter of the course with its front matter. */
export interface Chapter extends ChapterOutline {
  readonly chapter: number | undefined;
  readonly title: string;
  readonly description: string | undefined;
  /** Scenarios of its playgrounds, in their order. */
  readonly playgrounds: readonly string[];
  readonly time: ChapterTime;
}

/** All chapters in reading order. Throws for one that the course lists and that has no page. */
export async function courseOutline(): Promise<readonly Chapter[]> {
  const pages = await contentPages();
  return Promise.all(
    chapters.map(async (id) => {
      const entry = pages.get(id);
      if (entry === undefined) throw new Error(`The course lists '${id}', and there is no such page.`);
      const { title, chapter, does, description, challenge, learn, recap, bridge } = entry.data;
      const asks = asksOf(entry.body ?? '');
      if (!learn || !recap || !bridge)
        throw new Error(`'${id}' does not say what it teaches, or where it leads.`);
      if (challenge !== asks.challenges.length > 0)
        throw new Error(`'${id}' is wrong about having a challenge.`);
      return {
        id,
        chapter,
        title,
        description: does ?? description,
        ...asks,
        page: pagePath(id),
        playgrounds: playgroundsIn(entry.body ?? ''),
        time: await timeOf(entry.body ?? ''),
      };
    }),
  );
}

/** Minutes of a chapter, with the programs that its playgrounds open with. */
export async function timeOf(source: string): Promise<ChapterTime> {
  const lines = new Map(
    await Promise.all(playgroundsIn(source).map(async (id) => [id, await leakyLines(id)] as const)),
  );
  return chapterTime(source, (id) => lines.get(id) ?? 0);
}

function playgroundsIn(source: string): readonly string[] {
  return [...source.matchAll(/<Playground\s[^>]*?scenario="([^"]+)"/g)].map(([, id = '']) => id);
}

async function leakyLines(scenario: string): Promise<number> {
  const leaky = (await scenarioPrograms(scenario)).find(({ name }) => name === 'leaky');
  return leaky?.source.trimEnd().split('\n').length ?? 0;
}

/** Scenarios of a chapter's challenges, and how many questions it checks understanding with. */
function asksOf(source: string): Omit<ChapterOutline, 'id' | 'page'> {
  const challenges = [...source.matchAll(/<Challenge\s[^>]*?scenario="([^"]+)"/g)].map(([, id = '']) => id);
  return { challenges, questions: source.match(/<(?:Quiz|Sort)\s/g)?.length ?? 0 };
}
