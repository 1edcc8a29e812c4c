/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Logger pool',
  fixes: {
    fixed: 'One list for everyone, with a limit and a reset.',
    'fixed-fifo': 'One list with a limit, in which the logger that has been idle longest makes room.',
    'fixed-lease': 'A list with a limit, and a lease that ends only once.',
    'fixed-flyweight': 'One logger for all; each line carries the id.',
  },
  recognised: {
    flyweight: 'one channel for all, as with a flyweight. It costs an id with each line, and needs no pool.',
    'bounded-pool':
      'a pool with a limit, whose channels serve one transaction after another. It costs a reset, and a release that nobody may forget or repeat.',
  },
  wrong: {
    'wrong-never-reset':
      'A logger comes out of the pool with the id of the previous transaction. Memory is flat, but the log is wrong.',
    'wrong-given-back-twice':
      'A logger that is given back twice is in the pool twice, and two transactions take it. Each overwrites the other’s id.',
    'wrong-never-shrinks':
      'The pool keeps as many loggers as the busiest moment needed. After a burst they all stay, although nobody uses them.',
    'wrong-evicts-in-use':
      'The limit counts loggers that are in use, and the oldest of those is closed. A pool may close only idle loggers.',
    'wrong-lost-on-abort':
      'A transaction that fails never gives its logger back. The object is collected, since nothing holds it, but the channel that it borrowed stays open.',
  },
};
