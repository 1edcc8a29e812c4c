/** The little that we use of Pagefind's user interface, which ships without types. */

declare module '@pagefind/default-ui/npm_dist/mjs/ui-core.mjs' {
  export const PagefindUI: new (options: Readonly<Record<string, unknown>>) => object;
}
