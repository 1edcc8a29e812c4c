/** Who else than a transaction holds what it uses, in English. */

import type { HolderMessage } from '../../scenarios/check-message.ts';

/** What was seen, and what was expected. */
export function holderWords(message: HolderMessage): string {
  switch (message.type) {
    case 'not tried':
      return 'No run has tested this.';
    case 'never sent':
      return 'This could not be tested: a transaction that is alone on the server never sent to both of its workers. Expected: it sends to both.';
    case 'held while sending':
      return 'While a transaction sends, something is held for it.';
    case 'nothing held':
      return `While a transaction sends, nothing but the call itself holds anything: one that was cut off in its ${message.send} send left no more behind than one that was cut off earlier. Expected: a permit that is held from before the first send until after the last.`;
    case 'none in use':
      return `No transaction has its own ${message.className}, so none needs to be listed.`;
    case 'listed':
      return `${reached(message)}${message.standIn ? ', and something that stands for the others' : ''}.`;
    case 'not listed':
      return `${reached(message)}. Expected: all of them, or something that stands for each, such as a collection of those in flight that each leaves at its disposal.`;
  }
}

function reached({
  className,
  inUse,
  kept,
}: Extract<HolderMessage, { type: 'listed' | 'not listed' }>): string {
  return `Of ${inUse.toFixed(1)} ${className}s in use for each transaction that sends, ${kept.toFixed(1)} can be reached from elsewhere`;
}
