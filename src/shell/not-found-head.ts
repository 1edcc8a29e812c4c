/** The page for addresses that there are not: it has none of its own, and no place in an index. */

import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  if (starlightRoute.id !== '404') return;
  const named = starlightRoute.head.filter(
    ({ attrs }) => attrs?.['rel'] !== 'canonical' && attrs?.['property'] !== 'og:url',
  );
  starlightRoute.head = [
    ...named,
    { tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' },
  ];
});
