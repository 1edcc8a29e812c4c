/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Memory that only goes up',
  fixes: {
    fixed: 'One logger under a constant name; the cache and the pool stay as they are.',
    'fixed-owned': 'A logger that its resource owns and closes; the cache and the pool stay as they are.',
  },
  recognised: {
    shared: 'one logger for all, under a constant name. The cache and the pool were innocent.',
    released: 'a logger that ends with its transaction. The cache and the pool were innocent.',
  },
  wrong: {
    'wrong-drop-the-cache':
      'The cache was the largest thing in memory for a while, but it had stopped growing. Without it, every part is read again each time, and the loggers grow as before.',
    'wrong-drop-the-pool':
      'The pool holds only as many buffers as were ever in use at once. Without it, each transaction makes its own, and the loggers grow as before.',
    'wrong-shorter-name':
      'A shorter name makes each logger smaller, so the same memory lasts a little longer. Every transaction still adds a logger.',
    'wrong-drop-everything':
      'This fixes the logger, so memory stays level. But the cache is gone too, although it was innocent and saved the server work.',
  },
};
