/** A signal as functions of Node take it in their options. */

import { wrongType } from './errors.ts';

export interface SignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(name: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(name: 'abort', listener: () => void): void;
}

/** The signal in `options`. Throws, as Node does, for what is none. */
export function domSignal(options: { readonly signal?: SignalLike } | undefined): SignalLike | undefined {
  const signal = options?.signal;
  if (signal !== undefined && (typeof signal !== 'object' || signal === null || !('aborted' in signal))) {
    throw wrongType('options.signal', 'an instance of AbortSignal', signal);
  }
  return signal;
}
