/** The time of a session: pure functions over what is kept of its clock. All times are milliseconds, plans are minutes. */

import type { StepId } from './session-routes.ts';

/** One step as the clock needs it, in minutes from the start of the session. */
export interface ClockStep {
  readonly id: StepId;
  readonly from: number;
  readonly until: number;
  readonly canBeCut: boolean;
}

/** What a reload must not lose. */
export interface Clock {
  /** Milliseconds that had passed when it last stopped. */
  readonly before: number;
  /** When it was last started, in milliseconds since 1970; undefined while it stands. */
  readonly since?: number;
  /** The step that is under way, by its number from 0. */
  readonly step: number;
}

/** How a session stands against its plan, in whole minutes. */
export type Pace =
  | { readonly type: 'on time' }
  | { readonly type: 'ahead'; readonly minutes: number }
  | { readonly type: 'behind'; readonly minutes: number };

/** Steps to leave out, and how many minutes one is still behind then. */
export interface Cuts {
  readonly steps: readonly ClockStep[];
  readonly stillBehind: number;
}

const minute = 60_000;
/** No session lasts half a working day. */
const forgottenAfter = 4 * 60 * minute;

/** A clock that has not been started. */
export const unstarted: Clock = { before: 0, step: 0 };

export function isRunning({ since }: Clock): boolean {
  return since !== undefined;
}

/** Milliseconds of the session that have passed. A clock of the computer that was put back takes nothing away. */
export function elapsed({ before, since }: Clock, now: number): number {
  return before + (since === undefined ? 0 : Math.max(0, now - since));
}

export function started(clock: Clock, now: number): Clock {
  return isRunning(clock) ? clock : { ...clock, since: now };
}

export function paused(clock: Clock, now: number): Clock {
  return { before: elapsed(clock, now), step: clock.step };
}

/** The clock after a reload. One that ran for many hours was forgotten, and is put back; a step that the route does not have is its last. */
export function resumed(clock: Clock, steps: readonly ClockStep[], now: number): Clock {
  if (elapsed(clock, now) > forgottenAfter) return unstarted;
  return { ...clock, step: Math.max(0, Math.min(clock.step, steps.length - 1)) };
}

/** Goes to the next step, or the one before; stays at the last and at the first. */
export function moved(clock: Clock, by: 1 | -1, steps: readonly ClockStep[]): Clock {
  return { ...clock, step: Math.min(Math.max(clock.step + by, 0), steps.length - 1) };
}

/** Behind: the planned end of the present step has passed by a minute or more. Ahead: the step was planned to begin later. */
export function pace(clock: Clock, steps: readonly ClockStep[], now: number): Pace {
  const step = steps[clock.step];
  if (step === undefined) return { type: 'on time' };
  const passed = elapsed(clock, now) / minute;
  const behind = Math.floor(passed - step.until);
  if (behind >= 1) return { type: 'behind', minutes: behind };
  const ahead = Math.floor(step.from - passed);
  return ahead >= 1 ? { type: 'ahead', minutes: ahead } : { type: 'on time' };
}

/** Of the steps still to come that can be cut, those that bring a session back on time and cost the least; all, where they do not suffice. */
export function cutsFor(behind: number, clock: Clock, steps: readonly ClockStep[]): Cuts {
  const open = steps.slice(clock.step + 1).filter(({ canBeCut }) => canBeCut);
  const enough = subsets(open).filter((some) => total(some) >= behind);
  const [best] = enough.sort((one, other) => total(one) - total(other) || one.length - other.length);
  return { steps: best ?? open, stillBehind: Math.max(0, behind - total(best ?? open)) };
}

/** `1:05:09`, or `5:09` in the first hour. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

function total(steps: readonly ClockStep[]): number {
  return steps.reduce((sum, { from, until }) => sum + until - from, 0);
}

/** All choices of the steps, in their order. A route has few steps that can be cut. */
function subsets(steps: readonly ClockStep[]): readonly ClockStep[][] {
  return steps.reduce<ClockStep[][]>(
    (found, step) => [...found, ...found.map((some) => [...some, step])],
    [[]],
  );
}
