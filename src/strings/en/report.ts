/** English words of the course report, for the page and for its Markdown. Counts and days come formatted. */

export const report = {
  title: 'Course report',
  /** Where the contents come from. */
  name: 'Your name (optional)',
  nameHelp: 'It appears in the report and is not kept.',
  open: 'Report on a record file',
  openHelp: 'The file is read in this page. The progress in this browser stays as it is.',
  ofFile: (file: string): string =>
    `This is the report of ${file}. What is written under “In our service” comes from this browser, not from the file.`,
  backToOwn: 'Back to my own record',
  /** The ways out of the page. */
  print: 'Print',
  copy: 'Copy as Markdown',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Here is the text:',
  download: 'Download Markdown',
  /** What to do next, where something is missing. */
  empty:
    'There is nothing to report yet: answer a question or pass a challenge in this browser, or open a record file.',
  nothingPassed: 'No challenge is passed yet. Continue with',
  partly: (done: string, all: string): string => `${done} of ${all} chapters are done. Continue with`,
  /** Under the title: who, when, and by what means. */
  made: (day: string): string => `Made with this course on ${day}.`,
  worked: (first: string, last: string): string =>
    first === last ? `Worked through on ${first}.` : `Worked through from ${first} to ${last}.`,
  verifiedOn: (day: string): string =>
    `On ${day}, every program that passed was run again on the page of this report. “Verified” means that it passed once more. It does not show who wrote it.`,
  notVerified: 'The programs that passed have not been run again for this report.',
  /** The numbers at the top. */
  numbers: {
    chapters: 'chapters done',
    challenges: 'challenges passed',
    verified: 'verified here',
    predictions: 'predictions right at first',
    questions: 'questions right at the first try',
  },
  of: (count: string, all: string): string => `${count} of ${all}`,
  notYet: 'not yet',
  chapters: 'Chapters',
  standings: { new: 'not started', begun: 'started', done: 'done' },
  challenges: 'Challenges',
  challenge: 'Challenge',
  result: 'Result',
  fix: 'Fix and price',
  /** Measured when a program was run again. */
  acquisitions: 'Locks per transaction',
  objects: 'Objects per transaction',
  shown: 'solution shown, not passed',
  nothing: '–',
  /** The same in a sentence. */
  price: (acquisitions: string, objects: string): string =>
    `Measured per transaction: ${acquisitions} lock acquisitions, ${objects} objects.`,
  predictions: 'Predictions against results',
  noPredictions: 'No prediction was made.',
  predictionsLoading: 'Fetching what the runs measured…',
  predictionsFailed:
    'What the runs measured could not be fetched. Check the connection and reload this page.',
  right: (right: string, told: string): string => `${right} of ${told} predictions were right at first.`,
  surprises: 'The others were a surprise.',
  /** Only on paper: how many of them are on the sheet. */
  surprisesOnPaper: (count: string, all: string): string =>
    `This sheet shows the first ${count} of ${all}; the Markdown has them all.`,
  question: 'Question',
  predicted: 'Predicted',
  measured: 'Result',
  /** Predictions that today's chapters do not ask for. */
  gone: (count: string): string => `Predictions that this version no longer asks for: ${count}.`,
  service: {
    title: 'In our service',
    about:
      'These are the questions of the checklist in chapter 12, for each registry of your own service. A registry is any map, list or set that outlives a request.',
    privacy:
      'What you type is kept in this browser only. It is not part of your record, because it may name what is internal to your company.',
    notKept:
      'This browser does not keep what you type. Print it, or copy it as Markdown, before you leave this page.',
    add: 'Add a registry',
    unnamed: (number: string): string => `Registry ${number}`,
    /** How many of the eight questions have an answer. */
    answered: (count: string, all: string): string => `${count} of ${all} questions answered`,
    decision: 'What we will do',
    remove: (name: string): string => `Remove ${name}`,
    removed: (name: string): string => `${name} was removed.`,
    undo: 'Undo',
    full: 'This is as many as one report holds.',
  },
};
