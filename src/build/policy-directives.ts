/** What a page may load, in one place: for the policy that each page carries, and for one that a server sends. */

type Directives = Readonly<Record<string, readonly string[]>>;

/**
 * The policy of every page; its inline scripts come to `script-src`, each by its hash. `'wasm-unsafe-eval'` is for the virtual
 * machine and the search; inline styles are for highlighted code and the editor. `data:` images are the masks of icons in style
 * sheets.
 */
export const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
} as const satisfies Directives;

/**
 * A policy for a whole site, as a server may send it. It cannot name the inline scripts of each page, so it lets all run; the
 * page's own policy, which holds as well, then lets through those of the page.
 */
export const serverDirectives: Directives = {
  ...directives,
  'script-src': [...directives['script-src'], "'unsafe-inline'"],
};

/** As a header or a `<meta>` has it. */
export function policyText(policy: Directives): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
