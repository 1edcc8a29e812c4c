/** Turns what a browser keeps into a record, and a record back into what a browser keeps. */

import {
  type LearnerRecord,
  mostBytes,
  mostEvents,
  packedRun,
  recordText,
  type RecordedPass,
  unpackedRun,
} from '#playground/learner-record/learner-record.ts';
import { eventIn, type PassEvent, type ProgressEvent } from './progress-event.ts';

/**
 * The record of these events. `name` is what the reader typed for it; spaces alone are none. `unread` is what this version
 * of the site could not read: it goes along as it is, for the version that can, as long as the record can be read with it.
 */
export function recordOf(
  events: readonly ProgressEvent[],
  made: number,
  name: string,
  unread: readonly unknown[] = [],
): LearnerRecord {
  const passes = events.filter((event): event is PassEvent => event.type === 'passed');
  const typed = name.trim().slice(0, 80);
  const record: LearnerRecord = {
    format: 'leak-lab-record',
    version: 2,
    made,
    ...(typed === '' ? {} : { name: typed }),
    passes: passes.map(recordedPass),
    events: events.filter(({ type }) => type !== 'passed'),
  };
  if (unread.length === 0) return record;
  const whole = { ...record, events: [...record.events, ...unread] };
  return isReadable(whole) ? whole : record;
}

/** Whether a record can be written, and read again. */
function isReadable(record: LearnerRecord): boolean {
  try {
    return recordText(record).length <= mostBytes.record && record.events.length <= mostEvents;
  } catch {
    // What is nested too deeply is read, and not written.
    return false;
  }
}

function recordedPass({ chapter, scenario, at, value, run }: PassEvent): RecordedPass {
  return {
    ...(chapter === undefined ? {} : { chapter }),
    scenario,
    at,
    fix: value.slice(0, 500),
    ...(run === undefined ? {} : { run: packedRun(run) }),
  };
}

/** The events of a record, as this browser keeps them, and how many it holds that this version cannot read. */
export function eventsOf({ passes, events }: LearnerRecord): {
  readonly events: readonly ProgressEvent[];
  readonly unread: number;
} {
  const passed = passes.map(({ chapter, scenario, at, fix, run }): PassEvent => ({
    v: 2,
    at,
    type: 'passed',
    ...(chapter === undefined ? {} : { chapter }),
    scenario,
    value: fix,
    ...(run === undefined ? {} : { run: unpackedRun(run) }),
  }));
  // A pass stands among the passes, with its program, or it is none.
  const others = events.map(eventIn).filter((event) => event?.type !== 'passed');
  const read = others.filter((event) => event !== undefined);
  return { events: [...passed, ...read], unread: events.length - read.length };
}
