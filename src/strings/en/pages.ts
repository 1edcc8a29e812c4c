/** English words of pages, components and figures. Chapters keep their own prose. */

import { points } from './article.ts';
import { checklist } from './checklist.ts';
import { results } from './results.ts';

const and = new Intl.ListFormat('en');

/** `[3]` → `chapter 3`; `[3, 4]` → `chapters 3 and 4`. */
function inChapters(chapters: readonly number[]): string {
  return `${chapters.length === 1 ? 'chapter' : 'chapters'} ${and.format(chapters.map(String))}`;
}

export const pages = {
  site: {
    sources: 'Source of this site',
    issues: 'Report a mistake',
    realCode: 'The real code: ByConity on GitHub',
    footer: 'Every build runs the programs of each chapter: leaky ones leak, fixed ones do not.',
    privacy: 'What this site keeps',
    licence: 'MIT licence, and the licences of its parts',
    /** The title of a chapter in a tab, a bookmark or a search result. */
    chapterTitle: (chapter: string, title: string): string => `${chapter}. ${title}`,
    /** Names the box of a table that may scroll. */
    table: (columns: string): string => `Table: ${columns}`,
  },
  /** Headings of the list of all pages. */
  sidebar: {
    start: 'Start here',
    course: 'The course',
    team: 'For teams',
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
    /** For a page that was opened as a file. */
    fromDisk:
      'You opened this page from the disk, where browsers run no modules and no workers, so nothing here works. Serve its folder with any web server, such as python3 -m http.server.',
    begin: 'Start with chapter 1',
    chapter: (title: string): string => `Start: ${title}`,
    about: (chapters: number, read: string, done: string): string =>
      `${chapters} chapters: about ${read} hours to read, and ${done} more to do every question, run and challenge. Nothing to install.`,
  },
  chapter: {
    /** "Chapter 3" before the title of a chapter. */
    number: (chapter: string): string => `Chapter ${chapter}`,
    /** Minutes to read a chapter, and to do its questions, runs and challenge. */
    time: (read: number, done: number): string => `read ${read} min · do ${done} min`,
    challenge: 'challenge open',
    learn: 'You will learn',
    recap: 'Recap',
  },
  lines: {
    title: 'Show in the code',
    where: (from: number, to: number): string => (from === to ? `line ${from}` : `lines ${from} to ${to}`),
  },
  /** The line that lines of a program are folded to. */
  fold: {
    known: (names: readonly string[], chapters: readonly number[], lines: number): string =>
      `${names.join(', ')}: as in ${inChapters(chapters)} (${lines} lines)`,
    nearly: (names: readonly string[], chapters: readonly number[], lines: number): string =>
      `${names.join(', ')}: nearly as in ${inChapters(chapters)} (${lines} lines)`,
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
    measured: 'measured by the runs of this site',
    unknown: 'looked for and not found',
    /** Sentences of each point of the article. */
    points,
    /** Leads from a chapter to the evidence of a point. */
    toEvidence: (point: string): string => `Evidence for ${point}`,
    taughtIn: (chapter: number, title: string): string => `Taught in chapter ${chapter}, ${title}`,
    filter: {
      label: 'Which points to show',
      chapter: 'Taught in',
      status: 'The record says',
      allChapters: 'any chapter',
      allStatuses: 'anything',
      ofChapter: (chapter: number): string => `chapter ${chapter}`,
    },
  },
  quiz: {
    submit: 'Check',
    right: 'Right.',
    wrong: 'Not this one.',
    withoutScript: 'Show the answer',
  },
  sort: {
    /** How the set of all names grows. */
    leaks: 'leaks',
    bounded: 'bounded',
    constant: 'constant',
    /** Before why an answer is the right one. */
    answer: { leaks: 'Leaks.', bounded: 'Bounded.', constant: 'Constant.' },
    submit: 'Check all',
    withoutScript: 'Show the answers',
  },
  challenge: {
    /** Before the first run of the reader's own program. */
    untried:
      'Not tried yet. Edit the program in the playground above and run it. Your edit is called “mine”.',
    solution: 'A solution to compare with',
    toldAfter: 'This section opens when you have passed the challenge, or have chosen to see its solution.',
    /** Beside the button that shows it. */
    /** After the first pass, where the browser does not promise to keep it. */
    reminder: 'This browser may delete your progress some day.',
    toRecord: 'Download your record',
    solutionEnds:
      'This ends the challenge unsolved, and marks the chapter “solution shown”. Your own program stays as it is, and you can still pass with it.',
    showSolution: 'Show the solution',
    /** Before a link to the scenario's free playground. */
    solutionWithoutScript: 'Without JavaScript, find it under “fixed” on this page:',
    solutionNote:
      'This is one of several programs that pass. Lines that the leaky program does not have are marked. Your own program stays as it is.',
    hint: 'Hint',
    toPlayground: 'To the playground',
  },
  /** What to ask of a registry. */
  checklist,
  progress: {
    notKept: 'This browser does not keep your progress: it lasts until you leave the page.',
  },
  projection: {
    label: 'Projection onto the real server: computed, not measured',
    rate: 'Transactions a second',
    days: 'Time',
    version: 'What each transaction leaves behind',
    versions: {
      leaky: (bytes: string): string => `0.4.2: ${bytes} bytes`,
      glibc: (bytes: string): string => `0.4.2 with glibc’s allocator: ${bytes} bytes`,
      longNames: (bytes: string): string => `0.4.2 with long names: ${bytes} bytes`,
      constantName: (bytes: string): string => `1.0.0, one name for all: ${bytes} bytes`,
      wrapper: (bytes: string): string => `master, a wrapper for each resource: ${bytes} bytes`,
    },
    limit: 'Memory limit',
  },
  freePlayground: {
    title: (scenario: string): string => `Playground: ${scenario}`,
    description: (scenario: string): string =>
      `The scenario “${scenario}”, free to edit: change its programs and its workload, run them, compare.`,
    text: 'Edit, change the workload, run and compare. Edits kept in this browser also appear in the chapter of the same scenario.',
    all: 'All scenarios',
    right: 'Right fixes',
    wrong: 'Wrong fixes',
  },
  figures: {
    countedHolders: {
      label: 'Step',
      step: (at: number, all: number): string => `${at} of ${all}`,
    },
    poolLimit: {
      label: 'Idle loggers that the pool may keep',
      kept: 'stay idle after a burst',
      made: 'made over all bursts',
      frame: (limit: string, kept: string, made: string): string =>
        `With a limit of ${limit}, the pool keeps ${kept} idle loggers after a burst, and makes ${made} over all bursts.`,
      caption: (bursts: string, size: string): string =>
        `Computed for ${bursts} bursts of ${size} transactions at once. With a low limit, the pool makes loggers again and again. With a high one, it stays as large as its peak.`,
    },
    unnamedCurves: {
      label: 'Transactions you have seen',
      seen: (transactions: string): string => `${transactions} transactions`,
      objects: (most: string): string => `Live objects, up to ${most}`,
      transactions: (seen: string): string => `Transactions, up to ${seen}`,
      /** The counts of the three curves where the control stands, while nobody is told what they count. */
      unnamed: (transactions: string, [a, b, c]: readonly string[]): string =>
        `After ${transactions} transactions, A is at ${a}, B at ${b} and C at ${c}.`,
      /** The same, with the class of each curve. */
      named: (
        transactions: string,
        [a, b, c]: readonly string[],
        [classA, classB, classC]: readonly string[],
      ): string =>
        `After ${transactions} transactions, A (${classA}) is at ${a}, B (${classB}) at ${b} and C (${classC}) at ${c}.`,
    },
    failureRates: {
      label: 'Transactions that fail',
      rate: (percent: string): string => `${percent} %`,
      axis: (className: string, most: string): string => `live ${className} objects, up to ${most}`,
      frame: (failed: string, atSend: string, left: string): string =>
        `${failed} transactions failed, ${atSend} of them in the send. Loggers left behind: ${left}.`,
      each: (perFailedSend: string): string => `That is ${perFailedSend} per failed send.`,
      caption: (transactions: string): string =>
        `The leaky program at each rate, measured over ${transactions} transactions. Its slope depends on the failures, not on the work.`,
    },
    gaugeWindows: {
      run: 'Run',
      window: 'Length of a window',
      table: 'The five most similar rises in a row, by the length of a window in readings',
      gauge: 'Gauge',
    },
    registryShelf: {
      caption:
        'Four transactions, three of which have ended. In the leaky server, each of the three left a logger that only the registry still holds. In the fixed server, all four share one logger.',
      leaky: {
        heading: 'Leaky: a name for every transaction',
        description:
          'Four resources, three of which have ended, and a registry with four slots, one for each transaction. The registry still holds all four loggers. Three of them no longer have an owner.',
        slot: (transaction: number): string => `SessionResource(${transaction})`,
      },
      fixed: {
        heading: 'Fixed: one constant name',
        description:
          'Four resources, three of which have ended, and a registry with one slot in use. One logger serves every transaction, and each line contains its transaction id.',
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
