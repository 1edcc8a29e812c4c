/** Which language a page is in: in the browser its own `lang`, while it is rendered what `src/middleware.ts` says. */

let ofRenderedPage: () => string | undefined = () => undefined;

/** The tag of the page's language, such as `en` or `zh-CN`; English where there is no page. */
export function language(): string {
  const tag = typeof document === 'undefined' ? ofRenderedPage() : document.documentElement.lang;
  return tag || 'en';
}

/** Tells how the page that is being rendered is found, for what renders pages. */
export function setRenderedLanguage(find: () => string | undefined): void {
  ofRenderedPage = find;
}
