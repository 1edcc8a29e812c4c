/** Duties that every scenario lays on a program. */

import type { Duty } from './scenario.ts';

export const logComplete: Duty = {
  id: 'log-complete',
  text: 'Every call logs its line once and in order.',
  judged: { by: 'breaches', none: ['missing line', 'duplicate line', 'wrong order', 'malformed line'] },
};

export const logAttributable: Duty = {
  id: 'log-attributable',
  text: 'Every line can be traced to its transaction.',
  judged: { by: 'breaches', none: ['unattributable line', 'wrong transaction'] },
};

export const noUseAfterRelease: Duty = {
  id: 'no-use-after-release',
  text: 'Nothing lent is used after its release, nor released twice.',
  judged: { by: 'breaches', none: ['use after release', 'released twice'] },
};

export const workersReleased: Duty = {
  id: 'workers-released',
  text: 'Each worker of a transaction, and no other, is sent its tables once, and released at the end.',
  judged: {
    by: 'breaches',
    none: [
      'worker not sent to',
      'wrong worker',
      'wrong tables',
      'worker released early',
      'worker not released',
    ],
  },
};

export const boundedChannels: Duty = {
  id: 'bounded-channels',
  text: 'Log channels are closed, but for those that go on being used.',
  judged: { by: 'left open', what: 'channels' },
};

export const boundedTimers: Duty = {
  id: 'bounded-timers',
  text: 'Timers are cleared, but for those that go on being needed.',
  judged: { by: 'left open', what: 'timers' },
};

export const boundedLocks: Duty = {
  id: 'bounded-locks',
  text: 'Locks have names from a bounded set, as the server keeps a lock for each name for ever.',
  judged: { by: 'left open', what: 'locks' },
};

/** A gauge of the program's own tells the truth. */
export const gaugeTells = (name: string): Duty => ({
  id: 'gauge-tells',
  text: `The gauge ${name} is there, and right whenever it is read.`,
  judged: { by: 'gauge', name },
});

/** What every program must do, whatever its scenario asks for beside. */
export const everyDuty: readonly Duty[] = [
  boundedChannels,
  boundedTimers,
  boundedLocks,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
