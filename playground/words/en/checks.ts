/** What came of a check, in English. */

import type { CheckMessage } from '../../record.ts';
import type { GrowthMessage } from '../../scenarios/check-message.ts';
import { byteWords } from '../byte-words.ts';
import { alertWords } from './alerts.ts';
import { breachWords } from './breaches.ts';
import { dutyWords } from './duties.ts';
import { failureWords } from './failures.ts';
import { holderWords } from './holders.ts';
import { loanWords } from './loans.ts';
import { lockWords } from './locks.ts';
import { reasonWords } from './reasons.ts';
import { reuseWords } from './reuse.ts';
import { runWords } from './runs.ts';
import { count, sentence, small } from './wording.ts';

type Of<Type extends CheckMessage['type']> = Extract<CheckMessage, { type: Type }>;

/** What was seen and what was expected, as sentences. */
export function checkWords(message: CheckMessage): string {
  switch (message.type) {
    case 'duty done':
      return dutyWords(message.duty);
    case 'breach':
      return breachIn(message);
    case 'program failed':
      return `Not checked to the end, because the program failed: ${failureWords(message.failure)}`;
    case 'no run':
      return 'There is no run.';
    case 'nothing grows':
    case 'growth':
    case 'room':
      return growthIn(message);
    case 'gauge missing':
    case 'gauge right':
    case 'silence':
    case 'long silence':
    case 'bounded':
    case 'left open':
    case 'perhaps left open':
      return loanWords(message);
    case 'not tried':
    case 'never sent':
    case 'held while sending':
    case 'nothing held':
    case 'none in use':
    case 'listed':
    case 'not listed':
      return holderWords(message);
    case 'few turns':
    case 'many turns':
    case 'locked':
    case 'unlocked':
      return lockWords(message);
    case 'channels reused':
    case 'channels not reused':
    case 'few idle':
    case 'many idle':
    case 'runs too short':
    case 'cache serves':
    case 'cache serves no longer':
    case 'pool lends':
    case 'pool lends no longer':
      return reuseWords(message);
    case 'no watch':
    case 'no false alarm':
    case 'false alarm':
    case 'leaks noticed':
    case 'no time to ring':
    case 'missed leak':
    case 'kept ringing':
    case 'broken off':
      return alertWords(message);
  }
}

function breachIn({ breach, run, duty }: Of<'breach'>): string {
  const often = breach.count === 1 ? 'once' : `${count(breach.count)} times`;
  const first =
    breach.transaction === undefined ? 'first' : `first in transaction ${count(breach.transaction)}`;
  const seen = `${sentence(breach.kind)}, ${often}, ${first}: ${breachWords(breach)}`;
  return `${seen} (with ${runWords(run)}). Expected: ${small(dutyWords(duty))}`;
}

function growthIn(message: GrowthMessage): string {
  switch (message.type) {
    case 'nothing grows':
      return `Nothing grows, with ${[...new Set(message.runs.map(runWords))].join(', ')}.`;
    case 'growth':
      return `With ${runWords(message.run)}: ${message.certain ? '' : 'it is unclear whether anything leaks. '}${found(message)}`;
    case 'room':
      return `With ${runWords(message.run)}: ${room(message)}`;
  }
}

function found({ className, reason, also }: Of<'growth'>): string {
  const others = also.length === 0 ? '' : ` Also growing: ${also.join(', ')}.`;
  return `${className ?? 'Bytes'}: ${reasonWords(reason)}${others}`;
}

function room({ at, held, most }: Of<'room'>): string {
  const [holds, allowed] = [held, most].map(byteWords);
  const nothingProven = 'Filling that memory would not show as growth, so nothing is proven.';
  return at === 'load'
    ? `The program holds ${holds} before its first transaction. ${nothingProven} Expected: at most ${allowed} by then.`
    : `The program holds ${holds} after its first transactions. ${nothingProven} Expected: at most ${allowed} at this point.`;
}
