/** Whether a pool and a cache do what they are there for, in English. */

import type { ReuseMessage } from '../../scenarios/check-message.ts';
import { runWords } from './runs.ts';
import { count } from './wording.ts';

type Of<Type extends ReuseMessage['type']> = Extract<ReuseMessage, { type: Type }>;

/** What was seen, and what was expected. */
export function reuseWords(message: ReuseMessage): string {
  switch (message.type) {
    case 'channels reused':
      return `Channels opened in the main run: ${count(message.opened)}, each reused.`;
    case 'channels not reused':
      return `Nothing is reused: ${count(message.opened)} channels were opened for ${runWords(message.run)}. Expected: at most ${count(message.most)}, whatever is kept in the pool.`;
    case 'few idle':
      return `Channels that wait in the pool when all is quiet: at most ${count(message.most)}.`;
    case 'many idle':
      return `${count(message.idle)} unused channels stay open, after at most ${count(message.peak)} were in use at once (with ${runWords(message.run)} and ${message.concurrency} in flight). Expected: at most ${count(message.most)}, as channels opened for the busiest moment are closed.`;
    case 'runs too short':
      return `The runs were too short to see the ${message.what} at work. Run at least ${count(message.decides)} transactions.`;
    case 'cache serves':
      return 'The cache serves: nothing that was read once is read again.';
    case 'cache serves no longer':
      return cacheServesNoLonger(message);
    case 'pool lends':
      return 'The pool lends its buffers again: none is made for one transaction only.';
    case 'pool lends no longer':
      return poolLendsNoLonger(message);
  }
}

function cacheServesNoLonger({ run, seen }: Of<'cache serves no longer'>): string {
  const what =
    'made' in seen
      ? `${count(seen.made)} ${seen.className}s were made and ${count(seen.kept)} are kept`
      : `the program keeps ${count(seen.restingBytes)} bytes when nothing is in flight`;
  return `The cache no longer serves: ${what} (with ${runWords(run)}). Expected: everything that was read once is kept, and not made again.`;
}

function poolLendsNoLonger({ run, concurrency, seen }: Of<'pool lends no longer'>): string {
  return 'made' in seen
    ? `The pool no longer lends its buffers: ${count(seen.made)} ${seen.className}s were made for ${concurrency} transactions in flight (with ${runWords(run)}). Expected: at most ${count(seen.most)}, since each goes back however its transaction ended.`
    : `The pool no longer lends its buffers: no class has as many instances as there are transactions in flight, and each transaction holds ${count(seen.ownBytes)} bytes of its own (with ${runWords(run)}). Expected: ${concurrency} buffers or a few more, lent again and again.`;
}
