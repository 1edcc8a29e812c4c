/** Which language the page is in that is being rendered; several are rendered at once. */

import { AsyncLocalStorage } from 'node:async_hooks';

import { setRenderedLanguage } from '#src/strings/language.ts';

const rendered = new AsyncLocalStorage<string | undefined>();
setRenderedLanguage(() => rendered.getStore());

/** Renders a page in a language: all that it calls, now or later, is told so. */
export function renderIn<Page>(language: string | undefined, render: () => Page): Page {
  return rendered.run(language, render);
}
