/** Puts a chapter's number before its title in the head of the page: tabs, bookmarks and search results show it. */

import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

import { pageWords } from '#src/strings/page-words.ts';

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { entry, head } = locals.starlightRoute;
  const { chapter, lesson = '', title } = entry.data;
  if (chapter === undefined) return;
  const numbered = pageWords().site.chapterTitle(`${chapter}${lesson}`, title);
  for (const item of head) {
    if (item.tag === 'title') item.content = item.content?.replace(title, numbered);
    if (item.attrs?.['property'] === 'og:title') item.attrs['content'] = numbered;
  }
});
