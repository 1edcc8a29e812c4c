/** Shows how far the reader is: a sign at each chapter in the sidebar and in lists of chapters, above a chapter whether its challenge is passed, and where to go on. */

import { scriptWords } from '#src/strings/script-words.ts';
import { placeHere } from './place.ts';
import { onProgress, readEvents } from './progress.ts';
import type { ProgressEvent } from './progress-event.ts';
import { type ChapterOutline, isOver, nextChapter, standingIn } from './standing.ts';

/** Shows progress now, and again whenever it changes, on this page or on another. */
export function showProgress(course: readonly ChapterOutline[]): void {
  const show = (): void => {
    const events = readEvents();
    if (events.length === 0) return;
    for (const chapter of course) markLinks(chapter, events);
    markTitle(course, events);
    sayWhereToGoOn(course, events);
  };
  show();
  onProgress(show);
}

function markLinks(chapter: ChapterOutline, events: readonly ProgressEvent[]): void {
  const standing = standingIn(chapter, events);
  if (standing === 'new') return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    ':is(.sidebar-content, [data-chapters]) a[href*="/course/"]',
  )) {
    if (link.pathname !== chapter.page) continue;
    const sign = link.querySelector('.ll-standing') ?? link.appendChild(document.createElement('span'));
    sign.className = 'll-standing';
    sign.textContent = standing === 'done' ? ' ✓' : ' ◐';
    sign.setAttribute('title', scriptWords().progress[standing]);
    sign.setAttribute('role', 'img');
    sign.setAttribute('aria-label', scriptWords().progress[standing]);
  }
}

/** Above the chapter of this page, once each challenge of it is passed or its solution shown. */
function markTitle(course: readonly ChapterOutline[], events: readonly ProgressEvent[]): void {
  const here = placeHere().chapter;
  const chapter = course.find(({ id }) => id === here);
  if (chapter === undefined || !isOver(chapter, events)) return;
  const link = document.querySelector<HTMLElement>('a[data-challenge]');
  const { passed, shown } = scriptWords().challenge;
  if (link !== null) link.textContent = standingIn(chapter, events) === 'done' ? passed : shown;
}

function sayWhereToGoOn(course: readonly ChapterOutline[], events: readonly ProgressEvent[]): void {
  const place = document.querySelector<HTMLElement>('[data-go-on]');
  if (place === null) return;
  const done = course.filter((chapter) => standingIn(chapter, events) === 'done').length;
  const next = nextChapter(course, events);
  const title = [...document.querySelectorAll<HTMLAnchorElement>('[data-chapters] a')].find(
    ({ pathname }) => pathname === next?.page,
  )?.firstChild?.textContent;
  const { allDone, goOn } = scriptWords().progress;
  const sentence = document.createElement('span');
  sentence.textContent = next === undefined ? allDone(course.length) : goOn(done, course.length);
  const link = document.createElement('a');
  link.className = 'll-button';
  if (next !== undefined && title) Object.assign(link, { href: next.page, textContent: title });
  if (next !== undefined && title) nameNext(next.page, title);
  place.replaceChildren(sentence, ...(link.textContent ? [link] : []));
  place.hidden = false;
}

/** The landing page's link to the next page leads to the chapter to go on with, too. */
function nameNext(page: string, title: string): void {
  const link = document.querySelector<HTMLAnchorElement>('.pagination-links a[rel="next"]');
  const name = link?.querySelector('.link-title');
  if (!link || !name) return;
  link.href = page;
  name.textContent = title;
}
