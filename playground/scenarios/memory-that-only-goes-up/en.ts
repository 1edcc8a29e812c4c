/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Memory that only goes up',
  fixes: {
    fixed: 'One logger by a constant name; the cache and the pool stay as they are.',
    'fixed-owned': 'A logger that its resource owns and closes; the cache and the pool stay as they are.',
  },
  recognised: {
    shared: 'a logger for all, by a constant name. Cache and pool were innocent.',
    released: 'a logger that ends with its transaction. Cache and pool were innocent.',
  },
  wrong: {
    'wrong-drop-the-cache':
      'The cache was the largest thing in memory for a while, but it had stopped growing. Without it every part is read anew, and the loggers go on growing as before.',
    'wrong-drop-the-pool':
      'The pool holds as many buffers as were ever in use at once, and no more. Without it each transaction makes its own, and the loggers go on growing as before.',
    'wrong-shorter-name':
      'A shorter name makes each logger smaller, so the same memory lasts a little longer. There is still one more logger for every transaction.',
    'wrong-drop-everything':
      'The logger was fixed here, so memory is flat. The cache went with it, though it was innocent and saved the server its work.',
  },
};
