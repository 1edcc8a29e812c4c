/** The rest of `performance`: when it began, marks and measures. Entries stay until a program clears them, as in Node. */

import { now } from '../fields.ts';
import { state } from '../state.ts';
import { domException } from './errors.ts';

interface Clock {
  readonly now: () => number;
}
interface EntryOptions {
  readonly startTime?: number;
  readonly duration?: number;
  readonly detail?: unknown;
  readonly start?: number | string;
  readonly end?: number | string;
}

class PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  readonly detail: unknown;

  constructor(name: string, entryType: string, startTime: number, duration: number, detail: unknown) {
    this.name = name;
    this.entryType = entryType;
    this.startTime = startTime;
    this.duration = duration;
    this.detail = detail ?? null;
  }

  toJSON(): object {
    const { name, entryType, startTime, duration, detail } = this;
    return { name, entryType, startTime, duration, detail };
  }
}

let entries: PerformanceEntry[] = [];

function timeOf(point: number | string | undefined, otherwise: number): number {
  if (point === undefined) return otherwise;
  if (typeof point === 'number') return point;
  const mark = entries.findLast(({ name, entryType }) => entryType === 'mark' && name === point);
  if (mark === undefined) {
    throw domException(`The "${point}" performance mark has not been set`, 'SyntaxError');
  }
  return mark.startTime;
}

function methodsOf(clock: Clock) {
  const add = (entry: PerformanceEntry): PerformanceEntry => {
    entries.push(entry);
    return entry;
  };
  const clear = (type: string) => (name?: string) => {
    entries = entries.filter(
      (entry) => entry.entryType !== type || (name !== undefined && entry.name !== String(name)),
    );
  };
  const inOrder = (): PerformanceEntry[] => entries.toSorted((a, b) => a.startTime - b.startTime);
  return {
    timeOrigin: state[now]! - clock.now(),
    mark: (name: string, options?: EntryOptions) =>
      add(new PerformanceEntry(String(name), 'mark', options?.startTime ?? clock.now(), 0, options?.detail)),
    measure: (name: string, from?: string | EntryOptions, to?: string) => {
      const options = typeof from === 'object' ? from : { ...(from === undefined ? {} : { start: from }) };
      const end = timeOf(to ?? options.end, clock.now());
      const start =
        options.start === undefined && options.duration !== undefined
          ? end - options.duration
          : timeOf(options.start, 0);
      const until = options.duration === undefined ? end : start + options.duration;
      return add(new PerformanceEntry(String(name), 'measure', start, until - start, options.detail));
    },
    clearMarks: clear('mark'),
    clearMeasures: clear('measure'),
    getEntries: inOrder,
    getEntriesByName: (name: string, type?: unknown) =>
      inOrder().filter(
        (entry) => entry.name === String(name) && (type === undefined || entry.entryType === type),
      ),
    getEntriesByType: (type: unknown) => inOrder().filter((entry) => entry.entryType === type),
    toJSON: () => ({ timeOrigin: state[now]! - clock.now() }),
  };
}

/** Gives every program's `performance` the rest. */
export function install(): readonly unknown[] {
  const { performance } = globalThis as unknown as { readonly performance: Clock };
  Object.assign(performance, methodsOf({ ...performance }));
  return [PerformanceEntry];
}
