/** The order of the course: the sidebar, and the previous and next links that follow from it. */

import { locales } from '../strings/languages.ts';
import { type PageWords, pageWords } from '../strings/page-words.ts';

/** Slugs of the chapters in reading order; each is a file in `content/en/`. */
export const chapters = [
  'course/01-memory-that-only-goes-up',
  'course/02-inside-cnchserverresource',
  'course/03-a-logger-per-transaction',
  'course/04-nothing-lets-go',
  'course/05-two-lifetimes',
  'course/06-a-logger-pool',
  'course/07-reference-counts',
  'course/08-bind-the-lifetimes',
  'course/09-watch-the-memory',
  'course/09b-alert-on-the-slope',
  'course/09c-an-alarm-is-not-a-cure',
  'course/10-results-measured',
  'course/11-what-byconity-really-did',
  'course/12-lessons-and-capstone',
];

/** Slugs of the pages for teams. */
const team = ['team/guide', 'team', 'team/record', 'team/report', 'team/embed', 'team/byconity', 'doctor'];

/** Slugs of the reference pages. */
const reference = [
  'reference/free-playground',
  'reference/model-server',
  'reference/what-this-machine-is-not',
  'reference/in-your-own-service',
  'reference/checklist',
  'reference/glossary',
  'reference/sources',
  'reference/privacy',
];

/** A heading of the sidebar, in each language. */
function heading(name: keyof PageWords['sidebar']): { label: string; translations: Record<string, string> } {
  const inAll = Object.values(locales).map(({ lang }) => [lang, pageWords(lang).sidebar[name]] as const);
  return { label: pageWords('en').sidebar[name], translations: Object.fromEntries(inAll) };
}

/** Starlight's sidebar. Slugs are listed one by one: `autogenerate` finds nothing outside `src/content/docs`. */
export const sidebar = [
  { slug: 'index', ...heading('start') },
  { ...heading('course'), items: chapters.map((slug) => ({ slug })) },
  { ...heading('team'), items: team.map((slug) => ({ slug })) },
  { ...heading('reference'), items: reference.map((slug) => ({ slug })) },
];
