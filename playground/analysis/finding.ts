/** Says what was found of one quantity: the kind of verdict, the rate, and a sentence for the reader. */

import type { Finding, VerdictKind } from '../protocol.ts';
import { MOST_TRANSACTIONS } from './batches.ts';
import type { Growth } from './series.ts';
import { counted, perTransaction, sentence, thousands } from './wording.ts';
import type { Noun } from './wording.ts';

/** The most that was kept at a checkpoint, and the most that was alive at once. */
export interface Levels {
  readonly resting: number;
  readonly peak: number;
}

const KINDS: Readonly<Record<Growth['type'], VerdictKind>> = {
  flat: 'flat',
  plateau: 'bounded',
  'saw-tooth': 'bounded',
  'every batch': 'leak',
  'every failure': 'leak',
  steady: 'leak',
  trend: 'leak',
  rare: 'not enough data',
  halted: 'not enough data',
  slowing: 'not enough data',
  unclear: 'not enough data',
};

/** Turns growth into a finding about `what`. */
export function findingOf(growth: Growth, what: Noun, levels: Levels): Finding {
  return {
    kind: KINDS[growth.type],
    perTransaction: 'rate' in growth ? growth.rate : 0,
    reason: sentence(reason(growth, what, levels)),
  };
}

function reason(growth: Growth, what: Noun, { resting, peak }: Levels): string {
  switch (growth.type) {
    case 'flat':
      if (peak === 0) return `${counted(0, what)} were ever alive.`;
      return `every batch left ${resting === 0 ? 'nothing behind' : `the same ${counted(resting, what)}`}, and there were never more than ${counted(peak, what)} at once.`;
    case 'plateau':
      return `it grew to ${counted(resting, what)} at most and stopped: no batch after transaction ${thousands(growth.since)} added any.`;
    case 'saw-tooth':
      return `The count rises and falls again (in ${counted(growth.falls, BATCH)} of 7), and never passed ${counted(peak, what)}.`;
    case 'every batch':
      return `${growth.since === undefined ? 'Every batch' : `From transaction ${thousands(growth.since)} on, every batch`} of ${thousands(growth.batch)} transactions left ${counted(growth.perBatch, what)} more: ${perTransaction(growth.rate, what)}.`;
    case 'every failure':
      return `Every batch left ${counted(growth.each, what)} for each transaction that failed in it: ${thousands(growth.each)} per failed transaction, ${thousands(growth.failures)} of which were measured.`;
    case 'steady':
      return `It grows steadily ${growth.kept ? 'and nothing is let go ' : ''}from transaction ${thousands(growth.since)} on: ${growth.fraction === undefined ? 'about ' : ''}${perTransaction(growth.rate, what)}.`;
    case 'trend':
      return `It grows from batch to batch, unevenly, and has not stopped: about ${perTransaction(growth.rate, what)}.`;
    case 'rare':
      return `It grew, but in ${counted(growth.steps, 'step')} only, too few to tell a slow leak from a start-up cost: ${runLonger(growth.decides)}`;
    case 'halted':
      return `It grew until transaction ${thousands(growth.since)} and no more, which is too near the end to tell whether for good: ${runLonger(growth.decides)}`;
    case 'slowing':
      return `It still grows, but ever more slowly, as a cache does that warms up: ${runLonger(growth.decides)}`;
    case 'unclear':
      return `It changes without a clear direction yet: ${runLonger(growth.decides)}`;
  }
}

const BATCH: Noun = { one: 'batch', many: 'batches' };

function runLonger(transactions: number): string {
  const enough = `run ${counted(transactions, 'transaction')} or more.`;
  if (transactions <= MOST_TRANSACTIONS) return enough;
  return `it would take ${counted(transactions, 'transaction')}, more than one run can hold.`;
}
