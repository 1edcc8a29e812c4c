/** English words of pages, components and figures. Chapters keep their own prose. */

import { results } from './results.ts';

export const pages = {
  site: {
    title: 'Leak Lab',
    description: 'Find, measure and fix one real memory leak, on code that you edit and run in the page.',
    sources: 'Source of this site',
    realCode: 'The real code: ByConity on GitHub',
    footer: 'Every chapter is proven in each build: leaky programs leak, fixed ones do not.',
    licence: 'MIT licence, and those of what it is made of',
    imageAlt: 'A chart of live loggers: the leaky program rises to 10,000, the fixed one stays at 1.',
    /** The title of a chapter in a tab, a bookmark or a search result. */
    chapterTitle: (chapter: number, title: string): string => `${chapter}. ${title}`,
    /** Names the box of a table that may scroll. */
    table: (columns: string): string => `Table: ${columns}`,
  },
  /** Headings of the list of all pages. */
  sidebar: {
    start: 'Start here',
    course: 'The course',
    reference: 'Reference',
  },
  search: {
    open: 'Search',
    label: 'Search this site',
    close: 'Close',
    more: 'Show more',
  },
  start: {
    label: 'Start',
    begin: 'Start with chapter 1',
    chapter: (title: string): string => `Start: ${title}`,
    about: (chapters: number, minutes: number): string =>
      `${chapters} chapters, about ${minutes} minutes to read, and a challenge in most. Nothing to install.`,
  },
  chapter: {
    /** "Chapter 3" before the title of a chapter. */
    number: (chapter: number): string => `Chapter ${chapter}`,
    readingTime: (minutes: number): string => `${minutes} min read`,
    challenge: 'challenge open',
  },
  lines: {
    title: 'Show in the code',
    where: (from: number, to: number): string => (from === to ? `line ${from}` : `lines ${from} to ${to}`),
  },
  predict: {
    submit: 'Predict',
    predicted: 'Predicted',
    measured: 'Measured',
    withoutScript: 'Show what the run measured',
  },
  evidence: {
    confirmed: 'confirmed',
    refined: 'refined',
    contradicted: 'contradicted',
    notFound: 'not found',
    /** How sure we are, in words. */
    read: 'read in the source, the history or the thread',
    inferred: 'inferred from what was read',
    mock: 'measured on a small C++ mock, not on the real server',
    unknown: 'unknown: looked for and not found',
  },
  quiz: {
    submit: 'Check',
    right: 'Right.',
    wrong: 'Not this one.',
    withoutScript: 'Show the answer',
  },
  challenge: {
    /** Before the first run of the reader's own program. */
    untried: 'Not tried yet: edit the program in the playground above, and run it. Your edit is “mine”.',
    solution: 'A solution to compare with',
    /** Beside the button that shows it. */
    solutionEnds:
      'This ends the challenge unsolved: “solution shown” then stands above the chapter. Your own program stays as it is, and you can still pass with it.',
    showSolution: 'Show the solution',
    /** Before a link to the scenario's free playground. */
    solutionWithoutScript:
      'This page needs JavaScript to show it. Without, find it under “fixed” on this page:',
    solutionNote:
      'One of several that pass. Lines that the leaky program does not have are marked. Your own program stays as it is.',
    hint: 'Hint',
    toPlayground: 'To the playground',
  },
  progress: {
    notKept: 'This browser does not keep your progress: it lasts until you leave the page.',
  },
  projection: {
    label: 'Projection onto the real server: computed, not measured',
  },
  freePlayground: {
    title: (scenario: string): string => `Playground: ${scenario}`,
    description: (scenario: string): string =>
      `The scenario “${scenario}” with room to play: edit its programs, change the workload, run, compare.`,
    text: 'Edit, change the workload, run and compare. An edit that this browser keeps shows in the chapter of the same scenario too.',
    all: 'All scenarios',
    right: 'Right fixes',
    wrong: 'Wrong fixes',
  },
  figures: {
    registryShelf: {
      caption:
        'Four transactions, of which three have ended. In the leaky server each of them left a logger that only the registry still holds. In the fixed one all four share a logger.',
      leaky: {
        heading: 'Leaky: a name for every transaction',
        description:
          'Four resources, of which three have ended, and a registry with four slots, one for each transaction. All four loggers are still held by the registry. Three of them have no owner any more.',
        slot: (transaction: number): string => `SessionResource(${transaction})`,
      },
      fixed: {
        heading: 'Fixed: one constant name',
        description:
          'Four resources, of which three have ended, and a registry with one slot in use. One logger serves every transaction; each line carries its transaction id.',
        slot: 'ServerResource',
      },
      registry: 'registry',
      resource: (transaction: number): string => `resource ${transaction}`,
      ended: 'ended',
      inFlight: 'in flight',
    },
  },
  results,
};
