/** On which pages the fixed program of a scenario is locked: in the course, where a challenge asks for it, and inside other pages. */

import { courseOutline } from './outline.ts';
import { slugIn } from './place.ts';

/** Scenarios whose programs are the subject of a chapter: its challenge asks for one that none of them is. */
const toldInFull: readonly string[] = ['four-versions'];

/** The pages that are shown inside others: to who is given a challenge, more often than not. */
const embedded = /(?:^|\/)embed\/[^/]+\/?$/;

/** Whether a page, by its path, comes without the fixed program. The landing page and the free playgrounds bring it along. */
export async function isLockedOn(page: string, scenario: string): Promise<boolean> {
  if (toldInFull.includes(scenario)) return false;
  const course = await courseOutline();
  const isAsked = course.some(({ challenges }) => challenges.includes(scenario));
  return isAsked && (embedded.test(page) || course.some(({ id }) => id === slugIn(page)));
}
