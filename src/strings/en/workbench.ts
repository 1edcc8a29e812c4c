/** The playground's words in English: its code, its chart, its verdicts and what went wrong. */

import type { FailureKind, LoadingFault } from '#playground/record.ts';
import type { Role } from '#src/chart/drawn-run.ts';

const roles: Readonly<Record<Role, string>> = { leaky: 'leaky', fixed: 'fixed', mine: 'mine' };

const failure: Readonly<Record<FailureKind, string>> = {
  compile: 'The program does not compile',
  runtime: 'The program threw an error',
  timeout: 'A transaction took too long',
  unresponsive: 'The program stopped answering',
  'out-of-memory': 'Out of memory',
  contract: 'The program broke its contract',
  unreachable: 'The machine could not be loaded',
  broken: 'The machine broke down',
};

/** What came in the way of the machine, and the way out. */
const unreachable: Readonly<Record<LoadingFault, string>> = {
  connection: 'Nothing answered. Check the connection, then press Run again.',
  outdated: 'There is a newer version of this site. Reload to get it; your edit is kept.',
  answer:
    'The server, or something on the way, sent an error or another file. Press Run again, or reload the page; your edit is kept.',
  engine:
    'WebAssembly is switched off in this browser, and the machine needs it. The chart still shows what was recorded when this page was built.',
  worker:
    'This browser did not start it: an extension or a policy may forbid workers. Press Run again, or reload the page; your edit is kept.',
};

export const workbench = {
  roles,
  /** What the fixed program is called while its code is locked. */
  unseen: 'a fixed version',
  /** What a program is called that came by a link, and the run of one. */
  byLink: 'by link',
  /** Below everything: what can be taken along of a run. */
  share: { link: 'Copy link', markdown: 'Copy as Markdown' },
  program: 'Program',
  contract: 'contract',
  contractNote: 'What the server lends a program, and what it asks in return. Read-only.',
  panes: { label: 'Show', code: 'Code', chart: 'Chart' },
  edit: {
    fixedLoading: 'Loading the fixed program…',
    fixedMissing:
      'The fixed program could not be loaded. Check the connection, then choose another program and come back.',
    contractMissing:
      'The contract could not be loaded. Check the connection, then choose another program and come back.',
    start: 'Edit',
    loading: 'Loading the editor…',
    tabMoves: 'Tab leaves the editor. To indent with Tab, click in the code or type first.',
    tabIndents: 'Tab indents. To leave the editor with Tab, press Esc first.',
    plain: 'Plain text box',
    plainRule: 'An edit becomes “mine”. Tab moves on.',
    startFrom: 'Start mine from…',
    reset: 'Reset',
    resetTitle: 'Shows the leaky program again. Your version stays available under “My earlier version”.',
    wasReset: 'Reset.',
    undoReset: 'Undo',
    bringBack: 'My earlier version',
    elsewhere: 'Changed in another tab. That version is under “My earlier version”.',
    becomesMine: 'An edit becomes “mine”.',
    notKeptByLink: 'It came by a link: edits of it are not kept.',
    enterOpens: 'Press Enter to edit it.',
    isKept: 'It is kept in this browser.',
    notKept: {
      refused: 'This browser keeps nothing: your edit lasts until you leave the page.',
      full: 'This browser has no room left: your edit lasts until you leave the page.',
      'too large': 'The program is too large to be kept: it lasts until you leave the page.',
    },
    copyMine: 'Copy my program',
    copied: 'Copied.',
    notCopied: 'It could not be copied. Select the code and copy it by hand.',
    codeLabel: (program: string): string => `Code: ${program}`,
    unavailable: 'The editor could not be loaded. The plain text box still works.',
  },
  highlight: {
    lines: (program: string, from: number, to: number): string =>
      from === to ? `${program}, line ${from}` : `${program}, lines ${from} to ${to}`,
    back: 'Back to the text',
  },
  concealed: {
    text: 'Predict first. This sheet hides what was measured when this page was built.',
    reveal: 'Show it',
    /** Beside Run, for as long as the sheet lies there. */
    notRun: 'Not run yet: predict first, or press Run.',
  },
  run: {
    run: 'Run',
    /** Runs the fixed program while its code is locked. */
    unseen: 'Run a fixed version',
    unseenTitle: 'Its code stays hidden until you pass the challenge or choose to see the solution.',
    stop: 'Stop',
    asType: 'Run as I type',
    progress: 'Progress of the run',
    keys: 'Ctrl+Enter',
  },
  workload: {
    legend: 'Workload',
    settings: 'Change the workload',
    summary: (transactions: string, inFlight: string, seed: string, limit: string): string =>
      `${transactions} transactions · ${inFlight} in flight · seed ${seed} · ${limit}`,
    /** The summary of the workload in which a check refused a program. */
    trial: (summary: string): string => `Trial: ${summary}`,
    leaveTrial: 'Back to the scenario’s own workload',
    /** Added to the summary where they differ from the scenario's own workload. */
    failing: (percent: string): string => `${percent} % fail`,
    sharing: (percent: string): string => `${percent} % reuse an id`,
    collection: (seconds: string): string => `a collection every ${seconds} s`,
    noCollection: 'no collection',
    steady: (stragglers: string, pace: string): string =>
      `steady load, ${stragglers} stragglers${pace === '1' ? '' : `, ${pace} times as slow`}`,
    notSteady: 'no steady load',
    transactions: 'Transactions',
    concurrency: 'In flight',
    seed: 'Seed',
    failureRate: 'Share that fails',
    sharedIdRate: 'Share that reuses an id',
    memoryLimit: 'Memory limit, MiB',
    samples: 'Samples',
    collectorSeconds: 'Virtual seconds between collections (empty: never)',
    stragglers: 'Steady load: stragglers (empty: not steady)',
    pace: 'Steady load: times as slow',
    known: 'Known and expected: instances that may stay',
    knownExample: '1,000 Entry, 2 Image',
    whole: (least: string, most: string): string => `Enter a whole number from ${least} to ${most}.`,
    wholeOrNone: (least: string, most: string): string =>
      `Enter a whole number from ${least} to ${most}, or leave the field empty for none.`,
    betweenOrNever: (least: string, most: string): string =>
      `Enter a number from ${least} to ${most}, or leave the field empty for never.`,
    between: (least: string, most: string): string => `Enter a number from ${least} to ${most}.`,
    restore: 'Back to the recorded workload',
    fix: 'Fix the workload first: one of its fields has an invalid value.',
  },
  outcome: {
    /** How many of the checks have passed; opens them. */
    checks: (passed: string, all: string): string => `Checks: ${passed} of ${all} passed`,
    challengePassed: 'Challenge passed.',
    /** All checks passed, and the challenge below asks for more. */
    costly: 'The challenge asks for more.',
    /** Before the title of the page to go on with. */
    next: 'Next:',
  },
  state: {
    recorded: 'Recorded when this page was built.',
    measuring: (program: string): string => `Measuring ${program}…`,
    running: (done: string, of: string): string => `Running: ${done} of ${of} transactions`,
    checking: 'Measured. Starting the checks.',
    /** Which of the checks' trials is going on. */
    trial: (trial: string, trials: string): string => `Checks: trial ${trial} of ${trials}`,
    /** What keeps a program from running, and where. */
    atLine: (line: string, finding: string): string => `Line ${line}: ${finding}`,
    quiet: (seconds: string): string =>
      `Still working: no sample for ${seconds} s. Each transaction takes a long time; Stop ends the run.`,
    stopped: (at: string): string => `Stopped at transaction ${at}. What was measured stays on the chart.`,
    stoppedEarly: 'Stopped before the first sample.',
    elapsed: (ms: string): string => `Measured in ${ms} ms on this machine`,
    /** Until the page's script has taken the playground over. */
    waking: 'Loading the playground…',
    asleep: 'The playground could not be loaded. Reload the page.',
    withoutScript: 'To run and edit programs, this page needs JavaScript.',
    /** While the machine is on its way to the page; its size where it is known. */
    fetching: (kilobytes?: string): string =>
      kilobytes === undefined ? 'Fetching the machine…' : `Fetching the machine (${kilobytes} kB)…`,
    broken: (message: string): string =>
      `The program is not to blame. Press Run again; your edit is kept. (${message})`,
  },
  verdict: {
    memory: 'memory',
    leak: (rate: string, name: string): string => `Leak: ${rate} ${name} per transaction`,
    leakOfBytes: (rate: string): string => `Leak: ${rate} per transaction, not in any class`,
    also: (names: string): string => `Also growing: ${names}.`,
    bounded: (name: string): string => `No leak: ${name} grows to a bound`,
    flat: 'No leak: nothing grows',
    undecided: 'Not enough data to decide',
    died: (at: string): string => `Out of memory: the server died at transaction ${at}`,
    crashed: (rate: string, name: string): string => `Crashed: ${rate} ${name} per transaction until then`,
    crashedOfBytes: (rate: string): string => `Crashed: ${rate} per transaction until then`,
    /** The verdicts of several recorded runs in one line. */
    ofProgram: (program: string, headline: string): string => `${program} · ${headline}`,
  },
  failure,
  unreachable,
  failureAt: (kind: string, transaction?: string): string =>
    transaction === undefined ? kind : `${kind}, in transaction ${transaction}`,
  figure: {
    view: 'On the chart',
    notLoaded: 'The live chart could not be loaded; below is the recorded one. Reload the page.',
    usualView: 'objects alive',
    objects: (name: string): string => `${name} alive`,
    bytes: 'Memory',
    survivors: (name: string): string => `${name} by age`,
    objectsAxis: (name: string): string => `${name} alive`,
    bytesAxis: 'Memory held by the program',
    survivorsAxis: (name: string): string => `${name} still alive, by the transaction that made it`,
    bytesSubject: 'Memory',
    survivorsSubject: (name: string): string => `${name} alive at the end`,
    limit: 'limit',
    predicted: 'predicted',
    died: (at: string): string => `died at transaction ${at}`,
    /** Over the labels at the line ends, which are switches. */
    lines: 'Lines on the chart',
    hide: 'Hide or show this line',
    /** The chart as a slider along its x axis, and what it says at a place. */
    read: 'Read the chart',
    valuesAt: (place: string, values: readonly string[]): string => `${place}: ${values.join('; ')}`,
    valueOf: (role: string, value: string): string => `${role} ${value}`,
    time: 'Virtual time',
    transactions: 'Transactions',
    timeAxis: 'virtual time',
    transactionsBelow: 'transactions',
    createdAt: 'Created around transaction',
    table: 'The numbers as a table',
    nothingYet: 'Nothing has been measured yet.',
    sentence: (subject: string, parts: readonly string[]): string => `${subject}: ${parts.join('; ')}.`,
    grows: (rate: string, end: string): string => `grows by ${rate} per transaction, to ${end}`,
    stays: (end: string): string => `stays flat, at ${end}`,
    ends: (end: string): string => `rises and ends at ${end}`,
    reached: (end: string): string => `has reached ${end}`,
    dies: (at: string, end: string): string => `dies at transaction ${at} with ${end}`,
    survive: (count: string): string => `keeps ${count}`,
  },
  panels: {
    label: 'Details of the run',
    checks: 'Checks',
    alive: 'Why alive',
    problems: (count: number): string => (count === 0 ? 'Problems' : `Problems (${count})`),
    console: 'Console',
    log: 'Server log',
    notLoaded: 'This part of the page could not be loaded. Reload the page; your program is kept.',
    noChecks:
      'Checks follow each run: is every log line delivered once, and is nothing used after its release?',
    /** Above checks that have all passed: a family of fix, and what it costs. */
    recognised: (fix: string): string => `Recognised: ${fix}`,
    passed: 'passed',
    failed: 'failed',
    /** Below a failed check: the reason of a known mistake. */
    oneWay: (why: string): string => `One way to get here: ${why}`,
    /** Below a failed check: where it was seen. */
    seenInRun: 'Seen in this run.',
    seenInTrial: (workload: string): string => `Seen in a trial: ${workload}.`,
    firstAt: (transaction: string): string => `First in transaction ${transaction}.`,
    runTrial: 'Run this trial',
    copyCommand: 'Copy command',
    copied: 'Copied.',
    notCopied: 'It could not be copied. The command:',
    noProblems: 'No problems.',
    noConsole: 'The program has written nothing to its console.',
    noLog: 'The server’s log fills when a program runs.',
    dropped: (count: string): string => `${count} more lines were dropped.`,
    line: (line: number): string => `line ${line}`,
    error: 'error',
    warning: 'warning',
    transaction: (id: string): string => `transaction ${id}`,
    unattributed: 'no transaction',
    /** Between the first and the last transactions, whose lines alone are shown. */
    leftOut: (from: string, to: string): string =>
      from === to ? `… transaction ${from} is left out …` : `… transactions ${from} to ${to} are left out …`,
  },
};
