/** What each chapter asks of its reader, read off its source, so that progress can be told from 0 to done. */

import { getEntry } from 'astro:content';

import { chapters } from './course.ts';
import type { ChapterOutline } from './standing.ts';
import { readingMinutes } from './reading-time.ts';
import { sitePath } from '../site-path.ts';

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
  return Promise.all(
    chapters.map(async (id) => {
      const entry = await getEntry('docs', id);
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
        page: sitePath(id),
        minutes: readingMinutes(entry.body ?? ''),
      };
    }),
  );
}

/** Scenarios of a chapter's challenges, and how many questions it checks understanding with. */
function asksOf(source: string): Omit<ChapterOutline, 'id' | 'page'> {
  const challenges = [...source.matchAll(/<Challenge\s[^>]*?scenario="([^"]+)"/g)].map(([, id = '']) => id);
  return { challenges, questions: source.match(/<Check\s/g)?.length ?? 0 };
}
