/** How long a run has brought no sample: a program that takes long in each transaction looks like one that hangs. */

import { effect, type ReadonlySignal, signal } from '@preact/signals';

import type { Runs } from './runs.ts';

/** Seconds between two words about it: they are read out. */
export const quietStepSeconds = 10;

/** Seconds in tens; 0 while samples come, and once there is a verdict. */
export function createQuietTime({ phase, current }: Pick<Runs, 'phase' | 'current'>): ReadonlySignal<number> {
  const seconds = signal(0);
  // Begins anew with each sample, since that makes the run another value.
  effect(() => {
    const isAwaited = current.value?.result === undefined && phase.value === 'running';
    seconds.value = 0;
    if (!isAwaited) return;
    const timer = setInterval(() => {
      seconds.value += quietStepSeconds;
    }, quietStepSeconds * 1000);
    return () => clearInterval(timer);
  });
  return seconds;
}
