/** English words of what is shared of a run, by link or as Markdown. Numbers come formatted. */

import type { VerdictKind } from '#playground/record.ts';
import type { Quantity } from '#playground/shared-run/run-numbers.ts';

const verdicts: Readonly<Record<VerdictKind, string>> = {
  leak: 'leak',
  bounded: 'bounded',
  flat: 'flat',
  'not enough data': 'not enough data',
  crashed: 'crashed',
};

/** What a number is about; `of` is the name of a class, or the id of a check. */
const quantities: Readonly<Record<Exclude<Quantity, 'rest'>, (of: string) => string>> = {
  transactions: () => 'transactions',
  virtualMs: () => 'virtual milliseconds',
  bytes: () => 'bytes at the end',
  live: (of) => `${of}: alive at the end`,
  created: (of) => `${of}: created`,
  'class verdict': (of) => `${of}: verdict`,
  'class rate': (of) => `${of}: growth per transaction`,
  'memory verdict': () => 'memory: verdict',
  'memory rate': () => 'memory: bytes per transaction',
  failure: () => 'failure',
  'failed at': () => 'transaction that failed',
  check: (of) => `check ${of}`,
};

export const sharing = {
  making: 'Copying…',
  /** Beside the buttons. */
  linkCopied: (characters: string): string =>
    `Link copied, ${characters} characters, with the numbers of your run.`,
  linkWithoutRun: (characters: string): string =>
    `Link copied, ${characters} characters. It carries no numbers: this program has not been run with this workload.`,
  markdownCopied: 'Markdown copied, with the numbers of your run.',
  markdownWithoutRun: 'Markdown copied. It has no numbers: this program has not been run with this workload.',
  notCopied: 'This browser did not allow the page to copy it. Copy it from here:',
  notLoaded: 'The scenario’s file could not be loaded. Check the connection, then try again.',
  tooLarge: 'This run is too large for a link. Copy it as Markdown instead.',
  text: 'Text to copy',
  note: {
    label: 'From a link',
    /** What stands in the tab “by link”. */
    came: 'This program came by a link. Your own program is safe: it comes back when you choose “Leave”.',
    notCounted: 'A run of it does not count for the challenge.',
    leave: 'Leave',
    keep: 'Keep as mine',
    /** After “Keep as mine”. */
    kept: 'The program is yours now. Your version until then is under “My earlier version”.',
    keptAlone: 'The program is yours now.',
    left: 'The program from the link is gone.',
  },
  /** Whether what judged the sender's run is what judges here; the sender's version of each. */
  version: {
    same: (machine: string, scenario: string): string =>
      `The link was made with machine ${machine} and scenario ${scenario}. Both are the same here.`,
    machine: (machine: string, scenario: string): string =>
      `The link was made with machine ${machine} and scenario ${scenario}. The machine has changed since, so the numbers may differ.`,
    scenario: (machine: string, scenario: string): string =>
      `The link was made with machine ${machine} and scenario ${scenario}. The scenario has changed since, so the numbers may differ.`,
    both: (machine: string, scenario: string): string =>
      `The link was made with machine ${machine} and scenario ${scenario}. Both have changed since, so the numbers may differ.`,
    unknown: 'The link does not say which version it was made with.',
  },
  compared: {
    noNumbers: 'The link carries no numbers: its sender had not run this program with this workload.',
    notRun: 'A link runs nothing by itself. Press Run to compare your numbers with the sender’s.',
    unfinished: 'Your run did not get to its end, so there is nothing to compare yet.',
    running: 'The numbers are compared when the run and its checks are over.',
    same: 'Your run is the same, to the byte.',
    differs: 'Your run differs from the sender’s:',
    /** After a run of something else than the link carries. */
    changedSame:
      'You changed the program or the workload. All numbers that the link carries stayed the same.',
    changedDiffers: 'You changed the program or the workload. These numbers differ from the sender’s:',
    rest: 'All numbers that the link carries are equal, but something else in the result differs.',
    quantity: 'Number',
    sender: 'Sender',
    yours: 'You',
    none: 'none',
    passed: 'passed',
    failed: 'failed',
    more: (count: string): string => `${count} more numbers differ.`,
    quantities,
    verdicts,
  },
  /** Why a link cannot be opened. */
  faults: {
    'too large': 'This link cannot be opened: it is larger than any that this site makes.',
    unreadable: 'This link cannot be opened: it was cut off or changed on its way. Ask for it again.',
    older:
      'This link cannot be opened: an older version of this site made it, in a form that is no longer read.',
    newer:
      'This link cannot be opened: a newer version of this site made it. Reload the page, then open it again.',
    workload: (field: string): string =>
      `This link cannot be opened: its workload is out of bounds, in the field “${field}”.`,
    broken: (place: string): string =>
      `This link cannot be opened: it was damaged or edited, and its field “${place}” is not valid.`,
    'no scenario': (scenario: string): string =>
      `This link cannot be opened: there is no scenario “${scenario}” here.`,
    'no program': (program: string): string =>
      `This link cannot be opened: its scenario has no program “${program}” any more.`,
    elsewhere: 'This link belongs to another playground.',
    goThere: 'Open it there',
  },
  markdown: {
    title: (site: string, scenario: string, program: string): string => `${site}: ${scenario}, ${program}`,
    workload: (summary: string): string => `Workload: ${summary}`,
    notRun: 'Not run with this workload.',
    columns: [
      'Class',
      'Alive at the end',
      'Created',
      'Growth per transaction',
      'Verdict',
    ] as readonly string[],
    memory: (bytes: string, exact: string, rate: string): string =>
      `Memory at the end: ${bytes} (${exact} bytes), growing by ${rate} bytes per transaction.`,
    end: (transactions: string, seconds: string): string =>
      `${transactions} transactions in ${seconds} of virtual time.`,
    findings: 'Findings',
    finding: (name: string, verdict: string, reason: string): string => `${name}: ${verdict}. ${reason}`,
    checks: (passed: string, all: string): string => `Checks: ${passed} of ${all} passed`,
    alive: 'What keeps it alive',
    program: 'Program',
    open: (site: string): string => `Open this run in ${site}`,
    version: (machine: string, scenario: string): string => `Machine ${machine}, scenario ${scenario}.`,
  },
};
