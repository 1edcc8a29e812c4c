/** As much of Node's `process` as this machine can be honest about: ticks, time, warnings, and no environment. */

import { addTick } from '../clock.ts';
import { now } from '../fields.ts';
import { state } from '../state.ts';
import { bound } from '../task.ts';
import { wrongType } from './errors.ts';
import { reportUncaught } from '../uncaught.ts';
import { warn } from './warning.ts';

type Callback = (...values: readonly unknown[]) => unknown;

const begun = state[now]!;

/** Calls `callback` when what runs now is over, before any timer. */
export function nextTick(callback: unknown, ...values: readonly unknown[]): void {
  if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
  const call = bound(callback as Callback);
  addTick(() => {
    try {
      call(...values);
    } catch (error) {
      reportUncaught(error, { type: 'code', code: 'process.nextTick' });
    }
  });
}

function emitWarning(warning: unknown, type?: unknown): void {
  const name = warning instanceof Error ? warning.name : typeof type === 'string' ? type : 'Warning';
  warn(name, warning instanceof Error ? warning.message : String(warning));
}

function nanoseconds(): bigint {
  return BigInt(Math.round(state[now]! * 1e6));
}

const hrtime = Object.assign(
  (since?: readonly [number, number]): [number, number] => {
    const all =
      nanoseconds() - (since === undefined ? 0n : BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]));
    return [Number(all / 1_000_000_000n), Number(all % 1_000_000_000n)];
  },
  { bigint: nanoseconds },
);

export const process = {
  env: {},
  emitWarning,
  hrtime,
  nextTick,
  uptime: () => (state[now]! - begun) / 1000,
};
