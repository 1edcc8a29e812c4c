/** How a quantity grew, in English. */

import { mostTransactions } from '../../analysis/batches.ts';
import type { Growth, Levels, Term } from '../../analysis/reason.ts';
import {
  counted,
  type Noun,
  perSecond,
  perTransaction,
  perTransactionWithin,
  sentence,
  thousands,
} from './wording.ts';

/** How a quantity grew, in a sentence about `what`. */
export function growthWords(growth: Growth, what: Noun, levels: Levels): string {
  return sentence(grown(growth, what, levels));
}

function grown(growth: Growth, what: Noun, levels: Levels): string {
  const { lowest, resting, peak } = levels;
  switch (growth.type) {
    case 'flat':
      return flat(what, levels);
    case 'plateau':
      return growth.grown < 0
        ? `it fell to ${counted(lowest, what)} and stayed there: no batch after transaction ${thousands(growth.since)} changed it.`
        : `it grew to ${counted(resting, what)} at most and stopped: no batch after transaction ${thousands(growth.since)} added any.`;
    case 'saw-tooth':
      return `It rises and falls again (in ${counted(growth.falls, batch)} of 7), and never passed ${counted(peak, what)}${growth.hidden > 0 ? `; growth of less than ${perTransaction(growth.hidden, what)} could hide in that` : ''}.`;
    case 'renewed':
      return `Everything old is let go: nothing made in the measured run until transaction ${thousands(growth.until)} is left, and there were never more than ${counted(peak, what)} at once.`;
    case 'every batch':
      return `${growth.since === undefined ? 'Every batch' : `From transaction ${thousands(growth.since)} on, every batch`} of ${thousands(growth.batch)} transactions left ${counted(growth.perBatch, what)} more: ${perTransaction(growth.rate, what)}.`;
    case 'law':
      return `${growth.exact ? 'Every' : 'Give or take a few, every'} batch left ${termsOf(growth.terms, what)}, ${thousands(growth.causes)} of which were measured: ${perTransaction(growth.rate, what)} of this workload.`;
    case 'by time':
      return `It grows with time, whatever the load: ${growth.exact ? '' : 'about '}${perSecond(growth.perSecond, what)}.`;
    case 'steady':
      return `It grows ${growth.faster ? 'faster and faster' : 'steadily'} ${growth.kept ? 'and nothing is let go ' : ''}from transaction ${thousands(growth.since)} on: ${rateOf(growth, what)}.`;
    case 'late':
      return `It grows from transaction ${thousands(growth.since)} on, and has not stopped: about ${perTransaction(growth.rate, what)} since then.`;
    case 'trend':
      return `It grows from batch to batch${growth.faster ? ', faster and faster' : ', unevenly'}, and has not stopped: about ${perTransaction(growth.rate, what)}${growth.faster ? ' so far' : ''}.`;
    case 'rarer steps':
      return `It grows in steps that get rarer and larger (${counted(growth.steps, 'step')} so far), as a table does when its contents leak: about ${perTransaction(growth.rate, what)}.`;
    case 'shrinking':
      return `It only falls, and the fall may still hide growth: ${runLonger(growth.decides)}`;
    case 'rare':
      return `It grew, but in only ${counted(growth.steps, 'step')}, too few to tell a slow leak from a start-up cost: ${runLonger(growth.decides)}`;
    case 'halted':
      return `It grew until transaction ${thousands(growth.since)} and then stopped, too near the end to tell whether for good: ${runLonger(growth.decides)}`;
    case 'slowing':
      return `It still grows, but ever more slowly, as a cache does while it warms up: ${runLonger(growth.decides)}`;
    case 'begun':
      return `It has grown only since transaction ${thousands(growth.since)}, too near the end to tell whether it goes on: ${runLonger(growth.decides)}`;
    case 'endless':
      return 'It still grows, ever more slowly, and no end is in sight: each time the run doubles, as much again or more is added. No length of run can tell whether it ends.';
    case 'unclear':
      return `It changes without a clear direction yet: ${runLonger(growth.decides)}`;
  }
}

/** What stayed the same. A class of which nothing was seen may have been made and gone between two readings, or by no constructor. */
function flat(what: Noun, { lowest, resting, peak, made = 0 }: Levels): string {
  const none = resting === 0;
  if (peak === 0 && made === 0) return `no ${what.one} was ever made by its constructor.`;
  if (peak === 0)
    return `${counted(made, what)} ${Math.round(made) === 1 ? 'was' : 'were'} made, and none was alive whenever the heap was read.`;
  if (lowest !== resting)
    return `The batches left between ${counted(lowest, what)} and ${counted(resting, what)}, and there were never more than ${counted(peak, what)} at once.`;
  return `every batch left ${none ? 'nothing behind' : `the same ${counted(resting, what)}`}, and there were never more than ${counted(peak, what)} at once.`;
}

function rateOf(growth: Extract<Growth, { type: 'steady' }>, what: Noun): string {
  if (growth.fraction !== undefined) return perTransaction(growth.rate, what);
  return growth.range === undefined
    ? `about ${perTransaction(growth.rate, what)}`
    : perTransactionWithin(growth.range, what);
}

const causes = {
  transaction: 'for each transaction',
  'failed transaction': 'per failed transaction',
  'failed send': 'per failed send',
  'transaction that succeeded': 'per transaction that succeeded',
} as const;

/** `1 Logger per failed send`; `1 Logger for each transaction, and 2 more per failed transaction`. */
function termsOf(terms: readonly Term[], what: Noun): string {
  return terms
    .map(({ each, cause }, index) => {
      const words =
        index === 0 ? counted(each, what) : `${thousands(Math.abs(each))} ${each < 0 ? 'fewer' : 'more'}`;
      return `${words} ${causes[cause]}`;
    })
    .join(', and ');
}

const batch: Noun = { one: 'batch', many: 'batches' };

function runLonger(transactions: number): string {
  const enough = `run ${counted(transactions, 'transaction')} or more.`;
  if (transactions <= mostTransactions) return enough;
  return `it would take ${counted(transactions, 'transaction')}, more than one run can hold.`;
}
