/** What was seen of the log, of gauges, and of what the server lends, in English. */

import type { Lending, LoanMessage } from '../../scenarios/check-message.ts';
import { dutyWords } from './duties.ts';
import { runWords } from './runs.ts';
import { count, small } from './wording.ts';

/** What is lent, and what it still does, of many. */
const lent: Readonly<Record<Lending, { readonly things: string; readonly remain: string }>> = {
  channels: { things: 'Log channels', remain: 'stay open' },
  timers: { things: 'Timers', remain: 'still fire' },
  locks: { things: 'Locks', remain: 'are kept by the server' },
};

/** What was seen, and what was expected. */
export function loanWords(message: LoanMessage): string {
  switch (message.type) {
    case 'gauge missing':
      return `The program exports no gauges.${message.gauge}, so nobody can read it. Expected: ${small(dutyWords({ id: 'gauge-tells', gauge: message.gauge }))}`;
    case 'gauge right':
      return `The gauge ${message.gauge} was read ${count(message.readings)} times, and was right each time.`;
    case 'silence':
      return `${silence(message.ms)}.`;
    case 'long silence':
      return `${silence(message.ms)}${longest(message.transaction)} (with ${runWords(message.run)}). Expected: a line about each of them at least every ${message.mostMs / 1000} s.`;
    case 'bounded':
    case 'left open':
    case 'perhaps left open':
      return openWords(message);
  }
}

function silence(ms: number): string {
  return `The log was silent about a transaction in flight for up to ${(ms / 1000).toFixed(2)} s`;
}

function longest(transaction: number | undefined): string {
  return transaction === undefined ? '' : `, longest about transaction ${count(transaction)}`;
}

function openWords(
  message: Extract<LoanMessage, { type: 'bounded' | 'left open' | 'perhaps left open' }>,
): string {
  const { things, remain } = lent[message.what];
  if (message.type === 'bounded')
    return `${things} that ${remain} at the end: ${count(message.most)}, however long the run.`;
  const { atEnd, run } = message;
  if (message.type === 'perhaps left open')
    return `It is unclear whether more and more ${small(things)} ${remain}: ${count(atEnd)} at the end, with ${runWords(run)}. Run ${count(message.decides)} transactions or more.`;
  const half =
    message.grown > 0 ? `, and ${count(message.grown)} more were left late in the run than early` : '';
  return `${things} ${remain} when all transactions have ended: ${count(atEnd)} with ${runWords(run)}${half}. Expected: a number that does not follow the length of the run.`;
}
