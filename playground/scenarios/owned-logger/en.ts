/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Owned logger',
  fixes: {
    fixed: 'A logger in a field of its owner, which closes it last of all.',
    'fixed-using': 'A stack of what the resource owns, released in reverse order.',
    'fixed-root': 'A wrapper around the root channel. Only the wrapper goes; the channel stays open.',
  },
  recognised: {
    wrapper:
      'a wrapper around a shared channel that stays open. It costs one small object for each transaction, which ends with its owner.',
    shared: 'a shared channel that stays open. It costs an id with each line.',
    owned:
      'a logger with a channel of its own, closed with its owner. It costs an open and a close for each transaction.',
  },
  wrong: {
    'wrong-closes-early':
      'The logger is closed first, and then asked for one more line. What is needed last must be released last.',
    'wrong-closes-on-success':
      'Most transactions reach the end of sendResources and close their logger. Those that fail earlier never do.',
    'wrong-weak-list':
      'The list lets the loggers go, but it keeps one emptied WeakRef for each of them. The class count is flat, but the bytes still grow.',
    'wrong-closes-root':
      'The wrapper belongs to the resource, but the channel under it belongs to the server. The first transaction to end closes the log for all others.',
  },
};
