/** Where on the site something was done, told so that neither the base path of the site nor its language matters. */

/** A page by its slug, as a chapter has; the free playground of a scenario by the scenario. One of the two is there. */
export interface Place {
  readonly chapter?: string;
  readonly scenario?: string;
}

/** The place of a page: `course/03-x` is a chapter, `playground/x` the free playground of a scenario. */
export function placeOf(slug: string): Place {
  const scenario = /^playground\/(.+)$/.exec(slug)?.[1];
  return scenario === undefined ? { chapter: slug } : { scenario };
}

/** The place of this page, whose title carries its slug. */
export function placeHere(): Place {
  return placeOf(document.querySelector<HTMLElement>('h1[data-slug]')?.dataset['slug'] ?? 'index');
}

/** The slug that stands in an address, wherever the site is served and in which language; `undefined` in one without. */
export function slugIn(path: string): string | undefined {
  return /(?:^|\/)((?:course|playground|reference)\/[^/]+)\/?$/.exec(path)?.[1];
}
