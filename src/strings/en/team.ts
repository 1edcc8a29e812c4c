/** English words for teams: a reader's own record. Counts come formatted. */

export const team = {
  view: {
    drop: 'Drop records here, or choose files',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    privacy:
      'The files are read in this page and go nowhere else. Nothing is uploaded, and nothing is kept when you leave.',
    proves:
      '“Verified” means that the program in the record passes the challenge here and now. It does not mean that the person wrote it.',
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
      beginning: 'The program is very long. Only its beginning is shown.',
      tooDifferent: 'The two programs differ too much to be compared line by line.',
      noProgram: 'The record holds no program for this challenge.',
      compare: 'Compare with',
      nobody: 'nobody',
      reason: (reason: string): string => `Why: ${reason}`,
    },
    times: {
      title: 'Time in each chapter',
      /** Minutes of the longest pause that counts. */
      help: (pause: string): string =>
        `The time runs from the first prediction, answer or run in a chapter until its challenge is passed, or, where it has none, until every question is answered rightly. A pause of more than ${pause} minutes counts as ${pause}. Reading before the first step does not count.`,
      chapter: 'Chapter',
      median: 'Median time',
      people: 'People who finished',
      minutes: (count: string): string => `${count} min`,
      underAMinute: 'under a minute',
    },
    questions: {
      title: 'What to discuss first',
      help: 'Questions on which the team is split come first. Each person counts with their first answer.',
      question: 'Question',
      chapter: 'Chapter',
      right: 'Right at the first try',
      spread: 'How the answers scatter',
      /** How many, of those who answered. */
      of: (right: string, answered: string): string => `${right} of ${answered}`,
      /** How many chose an answer, and its text. */
      rightAnswer: (count: string, answer: string): string => `${count} ✓ ${answer}`,
      wrongAnswer: (count: string, answer: string): string => `${count} × ${answer}`,
      topWrong: (count: string, answer: string): string => `${count} × ${answer} (most chosen wrong answer)`,
      /** An answer whose text is not known, by its number from 1. */
      answer: (number: string): string => `answer ${number}`,
      nothing: '–',
    },
  },
  record: {
    empty: 'This browser keeps no progress yet. Answer a question or pass a challenge, or import a record.',
    /** Of what was here before, and is not any more: a page cannot see what has become of it. */
    emptied:
      'If you had some, it was deleted by the browser or by somebody, or it is in another browser, profile or private window. This page cannot tell which. Import your record to get it back.',
    /** How many things are kept that this version does not know, or that are damaged. */
    unreadHere: (count: string): string =>
      `Entries that this version of the course cannot read: ${count}. They are damaged, or come from a newer version. They stay in this browser as they are, and go into the record if there is room for them.`,
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
    importedNoRoom:
      'This browser has no room for it, so it is lost when you leave this page. Free some space, and import the record again.',
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
    full: 'This browser has no room left for this site. What it has kept stays, but what you do from now on is lost when you leave. Download your record before you go.',
    notKept:
      'This browser keeps nothing for this site, so your progress is lost when you leave. Download your record before you go.',
  },
};
