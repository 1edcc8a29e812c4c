/** English words that the scripts of a page say: answers to what a reader does outside the playground. Counts come formatted. */

export const scripts = {
  search: {
    searching: 'Searching…',
    /** How many pages have what was typed. */
    found: (count: number, term: string): string => {
      if (count === 0) return `Nothing found for “${term}”.`;
      return count === 1 ? `One page contains “${term}”.` : `${count} pages contain “${term}”.`;
    },
    failed: 'Search could not be loaded. Reload the page.',
  },
  predict: {
    /** Answers to a guess. */
    exact: (_guess: string, measured: string): string =>
      `You said exactly what the run measured: ${measured}.`,
    close: (guess: string, measured: string): string =>
      `Close: you said ${guess}, and the run measured ${measured}.`,
    off: (guess: string, measured: string): string => `You said ${guess}. The run measured ${measured}.`,
    invalid: 'Type a whole number, 0 or more.',
    tooLarge: 'Type a number of at most 15 digits.',
  },
  quiz: {
    choose: 'Choose an answer first.',
  },
  evidence: {
    /** How many points of the article a filter shows. */
    shown: (shown: number, all: number): string => {
      if (shown === all) return `All ${all} points are shown.`;
      return shown === 0
        ? 'No point matches. Choose another chapter or status.'
        : `${shown} of ${all} points shown.`;
    },
  },
  sort: {
    choose: 'Choose an answer for this name.',
    /** How many names were answered rightly, once all are answered. */
    score: (right: number, all: number): string => `${right} of ${all} right.`,
    /** While some have no answer yet. */
    missing: (answered: number, all: number): string => `${answered} of ${all} answered so far.`,
  },
  challenge: {
    some: (passed: number, all: number): string => `${passed} of ${all} checks passed. Still to fix:`,
    /** After a reload, when the findings themselves are gone. */
    tried: (passed: number, all: number): string =>
      `${passed} of ${all} checks passed in your last try. Run “mine” again to see what is still to fix.`,
    /** All checks passed, and the challenge asks for more. */
    costly: (all: number): string => `All ${all} checks passed, but the challenge asks for more:`,
    costs: {
      turns: (rate: string): string =>
        `It takes the lock ${rate} times per transaction. Find a way that takes it only once for all transactions.`,
      channels: (rate: string): string =>
        `It opens ${rate} log channels per transaction. Find a way that uses one for all transactions.`,
      objects: (rate: string): string =>
        `It makes ${rate} objects per transaction. It should make only the resource.`,
    },
    all: (all: number): string => `Passed: all ${all} checks.`,
    before: 'You have passed this challenge before. Run “mine” again to see the checks.',
    /** Before the reason of a known mistake: the checks cannot see which code led there. */
    oneWay: (why: string): string => `One way to get here: ${why}`,
    /** A family of fix, and what it costs. */
    recognised: (fix: string): string => `Recognised: ${fix}`,
    /** For a run of a program that the site came with: it is no attempt. */
    given: 'This is the given program. Change it, or write your own.',
    failed: 'The program did not finish, so nothing was checked.',
    solutionFailed: 'The solution could not be loaded. Close it and open it again.',
    /** After the reader chose to see the solution. */
    solutionShown: 'Solution shown. You can still pass with a program of your own.',
    /** In the place of `challenge open` above a chapter. */
    passed: 'challenge passed',
    /** There too, where a solution was shown instead. */
    shown: 'solution shown',
  },
  progress: {
    begun: 'started',
    done: 'done',
    goOn: (done: number, all: number): string => `${done} of ${all} chapters done. Continue with`,
    allDone: (all: number): string => `All ${all} chapters done.`,
  },
  projection: {
    rate: (rate: string): string => `${rate} a second`,
    days: (days: number, shown: string): string => (days === 1 ? '1 day' : `${shown} days`),
    nothing: 'Nothing is left behind, so nothing grows, whatever the rate.',
    /** Bytes a day, the days, the bytes after them, and days to the limit; all in words. */
    sum: (aDay: string, days: string, after: string, daysToLimit: string): string =>
      `${aDay} a day; ${after} after ${days}. The leak alone reaches the limit after ${daysToLimit} days.`,
  },
  gaugeWindows: {
    /** What a gauge does as long as it is healthy, in the order in which gauges are drawn. */
    kinds: {
      'sessions that come in peaks of load': 'Sessions, in peaks of load',
      'a cache that warms up': 'A cache that warms up',
      'a cache that is emptied once': 'A cache that is emptied once',
      'a pool that jumps to its peak': 'A pool that jumps to its peak',
      'a number that hardly changes': 'A number that hardly changes',
    },
    healthy: 'no leak',
    leaksFromStart: 'leaks from the first reading on',
    leaksFrom: (reading: string): string => `leaks from reading ${reading} on`,
    /** The length of a window, and what so many of them take. */
    length: (readings: string, windows: string, transactions: string): string =>
      `${readings} readings; ${windows} windows take ${transactions} transactions`,
    /** From the smallest to the largest of the rises in a row that differ least; in a cell of a table, and in a sentence. */
    range: (least: string, most: string): string => `${least} to ${most}`,
    noRange: 'none',
    alike: (range: string): string => `The five most similar rises in a row: ${range}.`,
    uneven: 'There are no five rises in a row.',
    /** A run to choose. */
    run: (seed: string, leaks: number): string =>
      leaks === 0
        ? `seed ${seed}: no gauge leaks`
        : leaks === 1
          ? `seed ${seed}: one gauge leaks`
          : `seed ${seed}: two gauges leak`,
  },
  live: {
    /** The leaky run's time as a multiple of the fixed one's, and how many runs of each were made. */
    ratio: (ratio: string, leaky: number, fixed: number): string =>
      `The leaky run took ${ratio} times as long as the fixed one (fastest of ${leaky} and of ${fixed}). Real time differs from run to run; run each a few times.`,
    partial: (leaky: number, fixed: number): string =>
      `Runs measured so far: ${leaky} leaky, ${fixed} fixed. Run the other one too.`,
  },
};
