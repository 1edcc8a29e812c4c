/** Words of the panel “Why alive”. */

export const alive = {
  noRun: 'Run the program first. Then this panel shows what is still alive, and what holds it.',
  waiting: 'The heap is read when the run and its checks are over.',
  reading: 'Repeating the run to read its heap…',
  watching: 'Repeating it once more to see which lines store and remove objects…',
  cutting: 'Cutting…',
  writing: 'Writing the file…',
  failed: 'The machine did not answer.',
  stopped: 'The reading was interrupted.',
  readAgain: 'Read it again',
  /** Which run is shown. */
  noHeap: 'The last run ended before there was a heap to read. Run the program again.',
  noHeapSince: 'The last run ended before there was a heap to read; this is the heap of the previous one.',
  older: 'A newer run is under way; this is the heap of the previous one.',
  edited: 'You have edited the program since; this is the heap of the run before the edit.',
  /** A sentence on the whole. */
  looked: (program: string, objects: string, references: string, ended: string): string =>
    `${program}: ${objects} objects and ${references} references, read after ${ended} transactions had ended and everything was collected.`,
  died: (program: string, objects: string, references: string, ended: string): string =>
    `${program}: ${objects} objects and ${references} references, read when the program died, after ${ended} transactions had ended. Nothing can be cut in a dead machine.`,
  clean: 'Nothing outlived its transaction: everything alive is expected.',
  /** Where the program’s bytes grow and no path can be named. */
  unexplained:
    'The program takes more and more bytes, but nothing that grows has its own path: it may be an array of numbers or a single long text, for example.',
  undecided: 'No class grows, but the run does not decide whether the program is free of leaks.',
  empty: 'No instance of the program’s classes is alive.',
  expected: 'Alive and expected',
  /** Of one class: how many, and what they keep alive. */
  class: (name: string, count: string, bytes: string): string => `${name} × ${count}, ${bytes}`,
  holder: (number: number): string =>
    `Holder ${String(number)}: what would still hold it once the paths above are cut`,
  root: (root: string): string => `Root: ${root}`,
  line: (line: string): string => `line ${line}`,
  faulty: 'faulty reference',
  retains: (bytes: string): string => `keeps ${bytes} alive`,
  cut: 'Cut',
  cutTitle: 'On a copy of the machine, set the faulty references to undefined and collect',
  cutOne: 'Cut one',
  cutOneTitle: 'Do the same for only one of these references',
  cutHere: 'Cut here',
  runOn: 'Cut and run on',
  runOnTitle: 'Cut, then serve 1,000 more transactions',
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Here is the text:',
  download: 'Download .heapsnapshot',
  downloadHelp: 'Open it in Chrome DevTools: Memory, then Load.',
  notLooked:
    'Not watched: values kept by a variable, or stored by a function such as Object.assign. If anything was missed, no counts are shown.',
  /** The exercise: the reader marks first. */
  question:
    'Which reference is at fault? Choose the one through which something that should live as long as the server holds something that should be gone.',
  choose: 'This one',
  right: 'Right: here something expected holds something stuck.',
  wrong:
    'Not this one: its target may live as long as the server, or is held only by something that is itself stuck.',
};
