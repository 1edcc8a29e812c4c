/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Release on the failing path',
  fixes: {
    fixed: 'A `finally` closes the logger on every way out of the call.',
    'fixed-using': 'A `using` declaration closes it at the end of the block.',
    'fixed-owned': 'The resource owns the logger and closes it when it is disposed of.',
  },
  recognised: {
    'one-channel':
      'one channel serves the transaction from begin to end, so the send has nothing to close. It costs a name that says less.',
    'ends-with-resource':
      'the resource owns the logger of its send, and both end together. It costs a logger that lives a little longer.',
    'ends-with-call':
      'the logger ends with the call that opened it, on every way out. It costs a block, or one word with `using`.',
  },
  wrong: {
    'wrong-catch-and-finally':
      'The `finally` runs after the `catch`, too. On the failing path the logger is closed twice.',
    'wrong-on-commit':
      'The disposal runs for failed transactions as well, but the flag keeps it from closing their logger. A release that depends on success is the leak again, in another place.',
    'wrong-close-first':
      'Closing before the work makes sure that it is closed. The line that follows goes to a channel that is no longer ours.',
    'wrong-weak-list':
      'The list keeps no logger alive any more, so the count of loggers stays small. The channel that the logger borrowed is still open, and nobody is left to close it.',
    'wrong-silent':
      'Without a logger there is nothing to close. There is also no line that says when a transaction was sent.',
  },
};
