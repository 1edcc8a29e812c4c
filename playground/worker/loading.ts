/** The one error of everything that loads a machine: what came in the way, as a kind that page and command line have words for. */

import type { Failure, LoadingFault } from '../protocol.ts';

/** Thrown when a file or a worker of the machine cannot be had. The message is for developers. */
export class LoadingError extends Error {
  readonly fault: LoadingFault;

  constructor(fault: LoadingFault, message: string) {
    super(message);
    this.name = 'LoadingError';
    this.fault = fault;
  }
}

/** Why a run could not begin, from whatever loading its machine was rejected with. */
export function loadingFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unreachable', message, ...(error instanceof LoadingError ? { fault: error.fault } : {}) };
}
