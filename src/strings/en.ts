/** Every word of the interface in English: pages, components, figures and the workbench. Chapters keep their own prose. */

import { enResults } from './en-results.ts';
import { enWorkbench } from './en-workbench.ts';

export const en = {
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
  search: {
    open: 'Search',
    label: 'Search this site',
    close: 'Close',
    searching: 'Searching…',
    /** `{term}` and `{count}` stand for what was typed and for a count; they travel to the page as text. */
    none: 'Nothing is found for “{term}”.',
    one: 'One page has “{term}”.',
    many: '{count} pages have “{term}”.',
    more: 'Show more',
    failed: 'Search could not be loaded. Reload the page.',
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
    challengePassed: 'challenge passed',
  },
  lines: {
    title: 'Show in the code',
    where: (from: number, to: number): string => (from === to ? `line ${from}` : `lines ${from} to ${to}`),
  },
  predict: {
    submit: 'Predict',
    predicted: 'Predicted',
    measured: 'Measured',
    /** Answers to a guess; `{guess}` and `{measured}` stand for counts. They travel to the page as text. */
    exact: 'You said exactly what the run measured: {measured}.',
    close: 'Close: you said {guess}, and the run measured {measured}.',
    off: 'You said {guess}. The run measured {measured}.',
    invalid: 'Type a whole number, 0 or more.',
    tooLarge: 'Type a number of at most 15 digits.',
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
  check: {
    submit: 'Check',
    right: 'Right.',
    wrong: 'Not this one.',
    choose: 'Choose an answer first.',
    withoutScript: 'Show the answer',
  },
  challenge: {
    /** Before the first run of the reader's own program. */
    untried: 'Not tried yet: edit the program in the playground above, and run it. Your edit is “mine”.',
    /** `{passed}` and `{all}` stand for counts; they travel to the page as text. */
    some: '{passed} of {all} checks passed. Still to fix:',
    /** After a reload, when the findings themselves are gone. */
    tried: '{passed} of {all} checks passed in your last try. Run “mine” again to see what is still to fix.',
    all: 'Passed: all {all} checks.',
    before: 'You have passed this challenge before. Run “mine” again to see the checks.',
    /** Before the reason of a known mistake: the checks cannot see which code led there. `{why}` stands for it. */
    oneWay: 'One way to get here: {why}',
    /** `{fix}`: a family of fix, and what it costs. */
    recognised: 'Recognised: {fix}',
    /** For a run of a program that the site came with: it is no attempt. */
    given: 'This is the given program. Change it, or write your own.',
    failed: 'The program could not be run to its end, so no check was tried.',
    solution: 'A solution to compare with',
    solutionFailed: 'The solution could not be loaded. Close it and open it again.',
    solutionNeedsScript: 'The solution is fetched when it is opened, which needs JavaScript.',
    solutionNote:
      'One of several that pass. Lines that the leaky program does not have are marked. Your own program stays as it is.',
    hint: 'Hint',
    toPlayground: 'To the playground',
  },
  progress: {
    begun: 'begun',
    done: 'done',
    /** `{done}` and `{all}` stand for counts; they travel to the page as text. */
    goOn: '{done} of {all} chapters done. Go on with',
    allDone: 'All {all} chapters done.',
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
  results: enResults,
  workbench: enWorkbench,
};
