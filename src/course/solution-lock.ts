/** The lock on a challenge's solution: closed until the reader has passed the challenge, or has chosen to see the solution. */

import { onProgress, readEvents } from './progress.ts';
import { subjectOf } from './progress-event.ts';

/** Whether the solution of a scenario's challenge is open to this reader, in whichever chapter the challenge stands. */
export function isUnlocked(scenario: string): boolean {
  return readEvents().some(
    (event) =>
      (event.type === 'passed' || event.type === 'shown') &&
      event.chapter !== undefined &&
      subjectOf(event) === scenario,
  );
}

/** Calls back once: now where the solution is open, else when it opens, on this page or on another. */
export function whenUnlocked(scenario: string, unlock: () => void): void {
  let isOpen = isUnlocked(scenario);
  if (isOpen) unlock();
  else
    onProgress(() => {
      if (isOpen || !isUnlocked(scenario)) return;
      isOpen = true;
      unlock();
    });
}
