/** English words for teams: a reader's own record. Counts come formatted. */

export const team = {
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
    tried: (attempts: string): string => `not passed, ${attempts} tried`,
    shown: 'solution shown',
    nothing: '–',
    /** All that goes into the file beside the table. */
    also: 'In addition to what the table shows, the file holds the time of each step, your predictions and answers, and, for each challenge that you passed, your program with its workload.',
    name: 'Your name (optional)',
    nameHelp: 'It goes into the file and nowhere else. Leave it empty to stay unnamed.',
    download: 'Download my record',
    /** The size of the file. */
    size: (size: string): string => `One file, ${size}. Nothing is sent anywhere.`,
    import: 'Import a record',
    importHelp: 'What it holds is added to what this browser has. Nothing is overwritten.',
    imported: (added: string): string => `${added} added.`,
    nothingNew: 'All of it was here already.',
    /** How many things a record holds that this version does not know. */
    unread: (count: string): string =>
      `${count} could not be read: they come from another version of Leak Lab.`,
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
