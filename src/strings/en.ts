/** Every word of the interface in English: pages, components, figures and the workbench. Chapters keep their own prose. */

export const en = {
  site: {
    title: 'Leak Lab',
    description: 'Find, measure and mend one real memory leak, on code that you edit and run in the page.',
    sources: 'Sources on GitHub',
    footer: 'Every chapter is proven in each build: leaky programs leak, fixed ones do not.',
    licence: 'MIT licence',
  },
  chapter: {
    /** "Chapter 3" before the title of a chapter. */
    number: (chapter: number): string => `Chapter ${chapter}`,
    readingTime: (minutes: number): string => `${minutes} min read`,
    challenge: 'challenge open',
  },
  predict: {
    label: 'Your prediction',
    submit: 'Predict',
    measured: 'Measured',
    /** Answer to a guess; both are whole counts. */
    exact: (measured: string): string => `You said exactly what was measured: ${measured}.`,
    off: (guess: string, measured: string): string => `You said ${guess}. The run measured ${measured}.`,
    invalid: 'Type a whole number of 0 or more.',
    withoutScript: 'Show what the run measured',
  },
  evidence: {
    heading: 'Evidence',
    confirmed: 'confirmed',
    refined: 'refined',
    contradicted: 'contradicted',
    notFound: 'not found',
    claim: 'The case study says',
    found: 'The public record',
    sources: 'Sources',
    /** How sure we are, in words. */
    read: 'read in the source, the history or the thread',
    inferred: 'inferred from what was read',
    mock: 'measured on a small C++ mock, not on the real server',
    unknown: 'unknown: looked for and not found',
  },
  check: {
    heading: 'Check yourself',
    question: (number: number, of: number): string => `Question ${number} of ${of}`,
    submit: 'Check',
    right: 'Right.',
    wrong: 'Not this one.',
    choose: 'Choose an answer first.',
    withoutScript: 'Show the answer',
  },
  figures: {
    registryShelf: {
      title: 'The registry keeps a logger for every transaction that ever ran',
    },
  },
  workbench: {},
};
