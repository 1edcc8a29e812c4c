/** How a run loses its worker: it dies or is killed, its machine breaks, or nothing is heard of it. Each with the failure to tell. */

import type { WorkerDeath } from './failure-detail.ts';
import { waitFor } from './patience.ts';
import type { Failure } from '../record.ts';

/** Milliseconds of silence after which a program counts as hanging; a living one reports every 100 ms. */
const silenceMs = 3000;

/** The worker has ended by itself; its port (`WorkerPort`, a browser's or Node's) was told so, and of what. */
export function lostToDeath(death: WorkerDeath): Failure {
  return { kind: 'broken', what: { type: 'worker died', death } };
}

/** The machine threw an error of its own, and has said so with its last message. */
export function lostToError(text: string): Failure {
  return { kind: 'broken', what: { type: 'broken', text } };
}

/** Waits for the next sign of life; `onLoss` is called when none comes. Returns what calls that off. */
export function awaitSign(onLoss: (failure: Failure) => void, ms = silenceMs): () => void {
  return waitFor(ms, () => {
    onLoss({ kind: 'unresponsive', what: { type: 'silent', seconds: ms / 1000 } });
  });
}
