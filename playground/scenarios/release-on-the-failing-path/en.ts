/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Release on the failing path',
  fixes: {
    fixed: 'A `finally` block closes the logger on every way out of the function.',
    'fixed-using': 'A `using` declaration closes the logger at the end of the block.',
    'fixed-owned': 'The resource owns the logger and closes it when it is disposed of.',
  },
  recognised: {
    'one-channel':
      'one channel serves the transaction from start to finish, so the send has nothing to close. The price is a name that says less.',
    'ends-with-resource':
      'the resource owns the logger of its send, and both end together. The price is a logger that lives a little longer.',
    'ends-with-call':
      'the logger ends with the call that opened it, on every way out. The price is an extra block, or the single word “using”.',
  },
  wrong: {
    'wrong-catch-and-finally':
      'The `finally` block also runs after the `catch` block. On the failing path, the logger is closed twice.',
    'wrong-on-commit':
      'The disposal runs for failed transactions as well, but the flag keeps it from closing their loggers. A release that depends on success is the same leak in another place.',
    'wrong-close-first':
      'Closing the logger before the work makes sure that it is closed. But the next line goes to a channel that is already closed.',
    'wrong-weak-list':
      'The list no longer keeps any logger alive, so the number of loggers stays small. But the channel that the logger borrowed is still open, and nothing is left to close it.',
    'wrong-silent':
      'Without a logger there is nothing to close. But no line says when a transaction was sent.',
  },
};
