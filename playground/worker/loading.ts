/** The one error of everything that loads a machine: what came in the way, as a kind that page and command line have words for. */

import type { Failure, LoadingFault } from '../record.ts';
import type { Obstacle } from './failure-detail.ts';

/** Thrown when a file or a worker of the machine cannot be had. */
export class LoadingError extends Error {
  readonly fault: LoadingFault;
  readonly obstacle: Obstacle;

  constructor(fault: LoadingFault, obstacle: Obstacle) {
    super(JSON.stringify(obstacle));
    this.name = 'LoadingError';
    this.fault = fault;
    this.obstacle = obstacle;
  }
}

/** Why a run could not begin, from whatever loading its machine was rejected with. */
export function loadingFailure(error: unknown): Failure {
  const kind = 'unreachable';
  if (!(error instanceof LoadingError)) {
    return { kind, what: { type: 'not loaded', obstacle: { type: 'error', text: textOf(error) } } };
  }
  const { obstacle, fault } = error;
  return { kind, what: { type: 'not loaded', obstacle }, fault };
}

/** What an exception says of itself. */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
