/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Capstone',
  fixes: {
    fixed:
      'A constant name with the id in the record, a label per host, a release in finally, and one handler for all in flight.',
    'fixed-owned':
      'A logger that its resource owns, a label per host, a permit bound by using, and one handler for all in flight.',
    'fixed-counted':
      'A registry that forgets at the last release, a label per host, a release in finally, and one handler for all in flight.',
  },
  recognised: {
    kept: 'a bounded key. It costs a channel that stays open, and the id must travel in the record.',
    counted:
      'a registry that forgets at the last release. It costs a second lock acquisition, and a release that nobody may forget.',
    owned: 'a logger that its resource owns. It costs one logger per transaction, released with its owner.',
  },
  wrong: {
    'wrong-logger-only':
      'The registry of loggers is bounded, but the metric has a series for each transaction. It is the same mistake in another map.',
    'wrong-label-left':
      'Loggers and permits end with their owners now. The label of the metric still carries the id, so the monitoring leaks.',
    'wrong-no-finally':
      'The permit is given back after the loop, and a worker that cannot be reached throws out of the loop. So each transaction that fails while sending leaves its permit behind.',
    'wrong-handler-left':
      'The stop promise stays pending for as long as the server runs, and it keeps every handler that was added to it. A handler cannot be removed from a promise, and each of these holds its resource.',
    'wrong-stop-unheard':
      'Without the handler nothing grows, but a server that stops no longer reaches the transactions in flight. The workers would keep them.',
    'wrong-lookup-per-line':
      'Memory is flat, because the name is constant. But each line takes the process-wide lock to find a logger that the resource could have kept.',
    'wrong-no-id':
      'The id was removed from the name and put nowhere else. Now no line says which transaction it is about.',
    'wrong-destroy-by-name':
      'Two resources can share a transaction id, so they share the logger of that name. The first to end closes it while the other still uses it.',
  },
};
