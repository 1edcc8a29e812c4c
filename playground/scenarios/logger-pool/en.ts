/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Logger pool',
  fixes: {
    fixed: 'One list for everyone, with a bound and a reset.',
    'fixed-fifo': 'One list with a bound, in which the longest idle makes room.',
    'fixed-lease': 'A lease that ends once, over a list with a bound.',
    'fixed-flyweight': 'One logger for all; the id travels with each line.',
  },
  recognised: {
    flyweight: 'one channel for all, as a flyweight has. It costs an id with each line, and needs no pool.',
    'bounded-pool':
      'a pool with a bound, whose channels serve one transaction after another. It costs a reset and a release that nobody may forget or do twice.',
  },
  wrong: {
    'wrong-never-reset':
      'A logger comes out of the pool with the id of the transaction before. Memory is flat, and the log tells lies.',
    'wrong-given-back-twice':
      'A logger that is given back twice is in the pool twice, and two transactions take it. Each overwrites the id of the other.',
    'wrong-never-shrinks':
      'The pool keeps as many loggers as the busiest moment needed. After a burst they all stay, and nobody uses them.',
    'wrong-evicts-in-use':
      'The bound counts loggers that are in use, and the oldest of those is closed. A pool may drop only what is idle.',
    'wrong-lost-on-abort':
      'A transaction that fails never gives its logger back. The object can go, since nothing holds it; the channel that it borrowed stays open.',
  },
};
