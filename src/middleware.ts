/** Says in which language each page is rendered, to all that asks `src/strings/language.ts` meanwhile. */

import { defineMiddleware } from 'astro:middleware';

import { renderIn } from '#src/build/rendered-language.ts';

export const onRequest = defineMiddleware(({ currentLocale }, next) =>
  renderIn(currentLocale, async () => {
    const response = await next();
    // A page is rendered while it is read, so that has to happen here as well.
    return response.body === null ? response : new Response(await response.arrayBuffer(), response);
  }),
);
