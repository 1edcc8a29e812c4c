/** English words for teams: a reader's own record. Counts come formatted. */

export const team = {
  view: {
    drop: 'Drop records here, or choose files',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    privacy:
      'The files are read in this page and go nowhere else. Nothing is uploaded, and nothing is kept when you leave.',
    proves:
      'What this proves: that a program passes the challenge here and now. What it does not prove: who wrote it.',
    empty: 'No records yet. Each member of the team downloads theirs on the page “Your record”.',
    /** How many people’s records are here. */
    people: (count: string): string => `Records: ${count}`,
    /** Files that were too many at once. */
    unread: (count: string): string => `Too many files at once: ${count} were not read.`,
    matrix: 'People and challenges',
    person: 'Person',
    remove: (person: string): string => `Remove ${person}`,
    verifyAll: 'Verify all',
    stop: 'Stop',
    /** Programs that are equal count once. */
    progress: (done: string, all: string): string => `${done} of ${all} programs verified`,
    preparing: 'Loading the machine…',
    stopped: 'Stopped. Choose “Verify all” to go on from here.',
    failed: 'The machine could not be loaded. Check the connection and try again.',
    finished: (verified: string, passes: string): string =>
      `${verified} of ${passes} passed challenges are verified.`,
    legend: 'Signs',
    /** Of a challenge that is passed, says the record, and that nobody has verified yet. */
    unverified: 'passed, not verified yet',
    /** What a cell says, to those who cannot see its place. */
    cell: (person: string, challenge: string, status: string): string => `${person}, ${challenge}: ${status}`,
    csv: 'Download CSV',
    markdown: 'Download Markdown',
    detail: {
      title: (person: string, challenge: string): string => `${person}: ${challenge}`,
      close: 'Close',
      passedOn: (day: string): string => `Passed on ${day}.`,
      /** The family of fix, as the machine named it when it passed. */
      fix: (fix: string): string => `Recognised: ${fix}`,
      cost: (acquisitions: string, objects: string): string =>
        `Per transaction: ${acquisitions} lock acquisitions, ${objects} objects.`,
      noProgram: 'The record holds no program for this challenge.',
      compare: 'Compare with',
      nobody: 'nobody',
      reason: (reason: string): string => `Why: ${reason}`,
    },
    questions: {
      title: 'What to discuss first',
      help: 'Questions on which the team is split come first.',
      question: 'Question',
      chapter: 'Chapter',
      right: 'Right at the first try',
      wrong: 'Most chosen wrong answer',
      /** How many, of those who answered. */
      of: (right: string, answered: string): string => `${right} of ${answered}`,
      /** The number of the answer on the page, from 1, and how many chose it. */
      answer: (number: string, count: string): string => `answer ${number}, chosen by ${count}`,
      nothing: '–',
    },
  },
  record: {
    empty: 'This browser keeps no progress yet. Answer a question or pass a challenge, or import a record.',
    contents: 'What the record holds',
    columns: {
      chapter: 'Chapter',
      predictions: 'Predictions',
      answers: 'Answers',
      hints: 'Hints opened',
      challenge: 'Challenge',
    },
    /** How many questions were answered rightly, of those answered. */
    right: (right: string, answered: string): string => `${right} of ${answered} right`,
    passedOn: (day: string): string => `passed on ${day}`,
    tried: (attempts: string): string => `not passed, attempts: ${attempts}`,
    shown: 'solution shown',
    nothing: '–',
    /** All that goes into the file beside the table. */
    also: 'Besides what the table shows, the file holds the time of each step, your predictions and answers, and, for each challenge that you passed, your program with its workload.',
    name: 'Your name (optional)',
    nameHelp: 'It goes into the file and nowhere else. Leave it empty to stay unnamed.',
    download: 'Download my record',
    /** The size of the file. */
    size: (size: string): string => `One file, ${size}. Nothing is sent anywhere.`,
    import: 'Import a record',
    importHelp: 'Its contents are added to the progress in this browser. Nothing is overwritten.',
    imported: (added: string): string => `${added} added.`,
    nothingNew: 'All of it was here already.',
    /** How many things a record holds that this version does not know. */
    unread: (count: string): string =>
      `${count} could not be read: they come from another version of this course.`,
    importedNotKept: 'This browser keeps nothing, so it is lost when you leave this page.',
    clear: 'Clear my progress',
    clearAsks:
      'This removes all progress from this browser. Your edited programs stay. Download your record first if you want to keep it.',
    clearNow: 'Clear it',
    keep: 'Keep it',
    cleared: 'Cleared.',
    /** What the browser does with what it keeps. */
    kept: 'This browser keeps your progress until you clear it.',
    mayGo:
      'This browser may delete your progress: Safari does so after seven days without a visit, others when the disk is full. Download your record from time to time.',
    notKept:
      'This browser keeps nothing for this site, so your progress is lost when you leave. Download your record before you go.',
  },
};
