/** The machine's entry: loads the program, then answers the host, round by round. */

import { installPlatform } from 'leak-lab:platform';
import { setup } from 'leak-lab:setup';
import type { ServerResource } from 'server';
import { dropProbes, makeProbes, watchProbes } from './census.ts';
import { installClock, nextDue } from './clock.ts';
import { installCollector } from './collector.ts';
import { installConsole } from './console.ts';
import { stackOf } from './describe.ts';
import * as field from './fields.ts';
import { lockDown } from './lockdown.ts';
import type { Entries } from './messages.ts';
import { installMicrotasks } from './microtasks.ts';
import { beginTask } from './task.ts';
import { onUncaught } from './uncaught.ts';
import { created, endings, live, state, survivors } from './state.ts';
import { reportBreaches } from './breach.ts';
import { adopt } from './advance.ts';
import { parkFrom } from './arrivals.ts';
import {
  allParked,
  allWait,
  beginProbe,
  dropProbe,
  reportStuck,
  resumeAll,
  serve,
  unpark,
} from './driver.ts';
import { nextCallDue } from './pace.ts';
import { beginCollection, endCollection, happenedBefore, step, tick } from './passing-time.ts';
import { advanceStragglers, beginStragglers, renewed, renewStraggler, stragglersMove } from './stragglers.ts';
import { fail, failThrown, failUnread, hasFailed } from './failure.ts';
import { adoptGauges, readGauges, readGaugesWhenDue, reportReadings } from './gauges.ts';
import { reportLocks } from './locks.ts';
import { reportLogUse } from './log-sink.ts';
import { adoptWatch, reportAlerts, takeReadings } from './monitor.ts';
import { nowhere, probing, setProbing, setRunning } from './slots.ts';

let settleUntil = 0;
/** A top level that has not finished by then never will. */
const loadUntil = state[field.now]! + 60_000;

installConsole();
installClock();
installMicrotasks(failThrown);
installCollector();
onUncaught(failThrown);
lockDown(setup.seed, installPlatform());

/** Loads the program; it has failed, is ready, or still awaits something (then `loadRound` helps it on). */
let loading: 'pending' | 'ready' = 'pending';
function load(): void {
  const loaded = setup.isThenable
    ? import('leak-lab:thenable').then(({ program }) => ({ ...program, then: undefined }))
    : import('program');
  loaded.then((exported: Readonly<Record<string, unknown>>) => {
    loading = 'ready';
    const resource = exported['CnchServerResource'];
    if (typeof resource !== 'function') {
      fail('contract', { type: 'no class' }, undefined);
    } else adopt(resource as new () => ServerResource);
    adoptGauges(exported['gauges']);
    adoptWatch(exported['Watch']);
  }, failLoading);
}

/** A module that ran is rejected with its own error whenever it is asked for; one that the engine cannot read, with a new one each time. */
function failLoading(error: unknown): void {
  const thrown = (): void => failThrown(error, { type: 'top level' });
  import('program').then(thrown, (again: unknown) => {
    if (Object.is(error, again)) thrown();
    else failUnread(error);
  });
}

/** Lets time pass until the program's top level has finished. */
function loadRound(): number {
  if (hasFailed()) return field.outcome.failed;
  if (loading === 'ready') return field.outcome.done;
  const happened = step(loadUntil);
  if (happened === 'collect') return field.outcome.collect;
  if (happened === 'nothing') {
    const type = nextDue() === Infinity ? 'top level stuck' : 'top level late';
    fail('timeout', { type }, undefined);
  }
  return field.outcome.progress;
}

/** Serves until `goal` transactions have begun. */
function serveRound(goal: number): number {
  if (hasFailed()) return field.outcome.failed;
  if (state[field.begun]! >= goal) return field.outcome.done;
  return round(goal);
}

/** Begins the stragglers and serves them until each is where it waits. */
function stragglerRound(): number {
  if (hasFailed()) return field.outcome.failed;
  setRunning(undefined);
  if (state[field.begun] === 0) beginStragglers();
  return stragglersMove() ? serveStragglers() : field.outcome.done;
}

function serveStragglers(): number {
  const happened = happenedBefore(nextCallDue());
  if (happened !== 'nothing') return happened === 'collect' ? field.outcome.collect : field.outcome.progress;
  if (!advanceStragglers() && step(Infinity) === 'nothing') reportStuck();
  return field.outcome.progress;
}

/** Serves on until `ended` transactions (stragglers aside) are over and all others wait on their way, as many as a server can have. */
function parkRound(ended: number): number {
  if (hasFailed()) return field.outcome.failed;
  setRunning(undefined);
  parkFrom(ended + 1);
  unpark(ended);
  if (stragglersMove()) return serveStragglers();
  if (allParked() && state[field.ended]! - renewed === ended) return field.outcome.done;
  return round(ended + setup.concurrency + setup.stragglers + renewed);
}

/** All that wait half-way go on. */
function goOn(): void {
  parkFrom(Infinity);
  unpark(Infinity);
}

/** Virtual ms for which nobody calls while the stragglers are still in flight. */
const quietMs = Math.max(3_000, setup.settleMs);

/** Serves until nobody but the stragglers is in flight, and lets some time pass in which nothing is asked of them. */
function ebbRound(): number {
  if (hasFailed()) return field.outcome.failed;
  if (state[field.inFlight]! > setup.stragglers) return round(state[field.begun]!);
  if (settleUntil === 0) settleUntil = state[field.now]! + quietMs;
  const happened = step(settleUntil);
  if (happened === 'collect') return field.outcome.collect;
  if (happened === 'timer') return field.outcome.progress;
  settleUntil = 0;
  return field.outcome.done;
}

/** Ends what is in flight, then lets the scenario's longest time-out pass. */
function settleRound(): number {
  if (hasFailed()) return field.outcome.failed;
  setRunning(undefined);
  resumeAll();
  if (state[field.inFlight]! > 0) return round(state[field.begun]!);
  if (settleUntil === 0) settleUntil = state[field.now]! + setup.settleMs;
  const happened = step(settleUntil);
  if (happened === 'collect') return field.outcome.collect;
  if (happened === 'timer') return field.outcome.progress;
  settleUntil = 0;
  readGauges();
  takeReadings();
  return hasFailed() ? field.outcome.failed : field.outcome.done;
}

function round(goal: number): number {
  setRunning(undefined);
  const happened = happenedBefore(nextCallDue());
  if (happened !== 'nothing') return happened === 'collect' ? field.outcome.collect : field.outcome.progress;
  beginTask();
  // A transaction that was cut short has left the server, and what a gauge still tells of it is no mistake.
  if (probing === nowhere) readGaugesWhenDue();
  takeReadings();
  if (serve(goal) === 0 && !hasFailed() && allWait(goal)) {
    if (step(Infinity) === 'nothing') reportStuck();
  }
  tick();
  return field.outcome.progress;
}

/** Serves the transaction that `beginProbe` began; it is over only where nothing cut it short. */
function probeRound(): number {
  if (hasFailed()) return field.outcome.failed;
  return state[field.inFlight] === 0 ? field.outcome.done : round(state[field.begun]!);
}

/** A promise was rejected for this reason, in the transaction of that number (0 for none), and nothing awaits it. */
function rejected(reason: unknown, during: number): void {
  failThrown(reason, { type: 'rejection' }, during || undefined, 'rejected');
}

/** Something was thrown where nobody is left to catch it. */
function threw(error: unknown): void {
  failThrown(error, { type: 'program' });
}

/** Where an error was made; without one, where the machine is. */
function where(error: Error = new Error()): string {
  return stackOf(error);
}

/** Nothing is cut short any more. */
function endProbe(): void {
  setProbing(nowhere);
}

function finish(): void {
  reportBreaches();
  reportLocks();
  reportLogUse();
  reportReadings();
  reportAlerts();
}

/** What the host may call. */
export const entry: Entries = {
  load,
  loadRound,
  stragglerRound,
  serveRound,
  parkRound,
  goOn,
  ebbRound,
  settleRound,
  beginProbe,
  probeRound,
  endProbe,
  dropProbe,
  renewStraggler,
  beginCollection,
  endCollection,
  rejected,
  threw,
  where,
  finish,
  makeProbes,
  watchProbes,
  dropProbes,
};
/** What the host may read. */
export const shared = { state, created, live, survivors, endings };
