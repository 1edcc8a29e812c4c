/** Duties that every scenario lays on a program. */

import type { Duty } from './scenario.ts';

export const logComplete: Duty = {
  id: 'log-complete',
  judged: { by: 'breaches', none: ['missing line', 'duplicate line', 'wrong order', 'malformed line'] },
};

export const logAttributable: Duty = {
  id: 'log-attributable',
  judged: { by: 'breaches', none: ['unattributable line', 'wrong transaction'] },
};

export const noUseAfterRelease: Duty = {
  id: 'no-use-after-release',
  judged: { by: 'breaches', none: ['use after release', 'released twice'] },
};

export const workersReleased: Duty = {
  id: 'workers-released',
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
  judged: { by: 'left open', what: 'channels' },
};

export const boundedTimers: Duty = {
  id: 'bounded-timers',
  judged: { by: 'left open', what: 'timers' },
};

export const boundedLocks: Duty = {
  id: 'bounded-locks',
  judged: { by: 'left open', what: 'locks' },
};

/** A gauge of the program's own tells the truth. */
export const gaugeTells = (name: string): Duty => ({
  id: 'gauge-tells',
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
