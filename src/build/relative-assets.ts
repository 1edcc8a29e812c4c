/** Lets scripts find workers, the machine and style sheets beside themselves, so that one build runs under every path. */

import type { RenderBuiltAssetUrl } from 'vite';

/** Addresses in a page stay absolute, since a page may be answered with or without its last slash; `npm run zip` rewrites them. */
export const relativeAssets: RenderBuiltAssetUrl = (_, { hostType, ssr }) =>
  hostType === 'js' && !ssr ? { relative: true } : undefined;
