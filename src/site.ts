/** What makes the site a company's own: its name, links and pictures. The rest of the code types none of them. */

/** Everything that is shown of whoever publishes the site. */
export interface Site {
  /** Beside the logo, in every tab, and in search results. */
  readonly name: string;
  /** What the site is, in a sentence, for search engines and for who gets a link. */
  readonly description: string;
  readonly links: {
    /** The repository, for edit links and the footer. Where it is missing, the build takes it from `SOURCE_URL`, or from the GitHub workflow. */
    readonly source?: string;
    /** Where readers report a mistake. */
    readonly issues?: string;
    /** Who publishes the site, with the address of their own pages. */
    readonly owner?: { readonly name: string; readonly href: string };
  };
  /** A picture in `public/` for the head of each page, shown 24 pixels high. Without it, our own mark is drawn there. */
  readonly logo?: `/${string}`;
  /** The icon of a tab, in `public/`. */
  readonly favicon: `/${string}`;
  /** What a link shows where it is shared: a picture of 1200 × 630 pixels in `public/`, and what there is to see. */
  readonly socialImage: { readonly file: `/${string}`; readonly alt: string };
}

export const site: Site = {
  name: 'Leak Lab',
  description: 'Find, measure and fix one real memory leak, with code that you edit and run on this page.',
  links: {},
  favicon: '/favicon.svg',
  socialImage: {
    file: '/social.png',
    alt: 'A chart of live loggers: the leaky program rises to 10,000, the fixed one stays at 1.',
  },
};
