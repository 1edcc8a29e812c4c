/** The command that repeats a run, for the page to copy and for the command line's own report. */

import { plainText } from './plain-text.ts';
import type { Allowance, Workload } from '../record.ts';

/** A run to be repeated. */
export interface RepeatedRun {
  readonly scenario: string;
  /** `leaky`, `fixed` or another of the scenario's, or the path of a file. */
  readonly program: string;
  readonly workload: Workload;
  /** The scenario's own workload, from which the command line starts. */
  readonly own: Workload;
  readonly allowances: readonly Allowance[];
}

/**
 * One line for a POSIX shell. Length and seed always stand in it, everything else where it differs from the scenario's own
 * workload; the command line reads exactly the same workload from it.
 */
export function labCommand({ scenario, program, workload, own, allowances }: RepeatedRun): string {
  const options = optionsOf(workload);
  const usual = optionsOf(own);
  const always = ['--transactions', '--seed'];
  const differing = Object.entries(options).filter(
    ([name, value]) => always.includes(name) || usual[name] !== value,
  );
  const words = [
    ...['npm', 'run', '-s', 'lab', '--', scenario, '--program', program],
    ...differing.flat(),
    ...allowances.flatMap(({ className, most }) => ['--allow', `${most} ${className}`]),
  ];
  return words.map((word) => quoted(plainText(word))).join(' ');
}

/** Every option of a workload with its value, as the command line takes them. */
function optionsOf(workload: Workload): Readonly<Record<string, string>> {
  const { steady, collectorSeconds } = workload;
  return {
    '--transactions': String(workload.transactions),
    '--seed': String(workload.seed),
    '--concurrency': String(workload.concurrency),
    '--failure-rate': String(workload.failureRate),
    '--shared-id-rate': String(workload.sharedIdRate),
    '--memory-limit': String(workload.memoryLimit / 2 ** 20),
    '--samples': String(workload.samples),
    '--collector': collectorSeconds === null ? 'off' : String(collectorSeconds),
    '--steady': steady === undefined ? 'off' : String(steady.stragglers),
    ...(steady === undefined ? {} : { '--pace': String(steady.pace) }),
  };
}

function quoted(word: string): string {
  return /^[\w./:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
