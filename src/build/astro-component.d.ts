/** Components as TypeScript alone sees them; `astro check` knows each with its props. */

declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const component: AstroComponentFactory;
  export default component;
}
