/** What each chapter asks of its reader, read off its source, so that progress can be told from 0 to done. */

import { contentPages } from './content-pages.ts';
import { chapters } from './course.ts';
import type { ChapterOutline } from './standing.ts';
import { readingMinutes } from './reading-time.ts';
import { pagePath } from '../site-path.ts';

/** A chapter of the course with its front matter. */
export interface Chapter extends ChapterOutline {
  readonly chapter: number | undefined;
  readonly title: string;
  readonly description: string | undefined;
  /** Minutes to read it. */
  readonly minutes: number;
}

/** All chapters in reading order. Throws for one that the course lists and that has no page. */
export async function courseOutline(): Promise<readonly Chapter[]> {
  const pages = await contentPages();
  return chapters.map((id) => {
    const entry = pages.get(id);
    if (entry === undefined) throw new Error(`The course lists '${id}', and there is no such page.`);
    const { title, chapter, does, description, challenge } = entry.data;
    const asks = asksOf(entry.body ?? '');
    if (challenge !== asks.challenges.length > 0)
      throw new Error(`'${id}' is wrong about having a challenge.`);
    return {
      id,
      chapter,
      title,
      description: does ?? description,
      ...asks,
      page: pagePath(id),
      minutes: readingMinutes(entry.body ?? ''),
    };
  });
}

/** Scenarios of a chapter's challenges, and how many questions it checks understanding with. */
function asksOf(source: string): Omit<ChapterOutline, 'id' | 'page'> {
  const challenges = [...source.matchAll(/<Challenge\s[^>]*?scenario="([^"]+)"/g)].map(([, id = '']) => id);
  return { challenges, questions: source.match(/<(?:Quiz|Sort)\s/g)?.length ?? 0 };
}
