/** Reads a program's own gauges, as a monitor scrapes a process, and compares each with what the driver knows. */

import type { Gauges } from 'server';
import { describe } from './describe.ts';
import { disposeCall, sendCall } from './call-order.ts';
import { begun, now, sent } from './fields.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';
import { breach, cut } from './breach.ts';
import { failThrown } from './failure.ts';
import { slots } from './slots.ts';
import { type Transaction, tableOf } from './transaction.ts';

/** Virtual ms between two readings of a gauge while transactions are in flight. */
const interval = 1000;
/** Characters that are told of a value that is wrong. */
const longestValue = 400;

/** What a right gauge may give: one value, or several while a call that changes it is awaited. */
interface Range {
  least: number;
  most: number;
}

/** What the driver knows of each gauge. */
const truths: Readonly<Record<keyof Gauges, (range: Range) => void>> = {
  heldParts(range) {
    range.least = range.most = 0;
    for (const slot of slots) {
      if (slot === undefined) continue;
      range.least += slot.parts - unsettledParts(slot);
      range.most += slot.parts;
    }
  },
  sent(range) {
    range.least = range.most = state[sent]!;
    // Two that share an id are not told apart here, so every send in flight may be the one that is awaited.
    if (!slots.some((slot) => slot?.waiting === true && slot.call === sendCall)) return;
    for (const slot of slots) range.least -= slot?.sent ?? 0;
  },
};

/** Parts that a gauge may or may not count, because the call that brings or takes them is awaited. */
function unsettledParts(transaction: Transaction): number {
  const { call, parts, waiting } = transaction;
  if (!waiting) return 0;
  if (call === disposeCall) return parts;
  return call < sendCall && !(call & 1) ? tableOf(transaction, call).parts.length : 0;
}

const names = Object.keys(truths) as (keyof Gauges)[];
const range: Range = { least: 0, most: 0 };
const readings = { heldParts: 0, sent: 0 } satisfies Record<keyof Gauges, number>;
/** Gauges that were not there when they were to be read. */
const absent = new Set<keyof Gauges>();
let gauges: Gauges = {};
let nextReading = 0;

/** Takes what the program exports as its gauges, undefined for none; they are read from now on. */
export function adoptGauges(exported: unknown): void {
  gauges = exported ?? {};
  nextReading = state[now]! + interval;
}

/** Reads all gauges if it is time. Call between two calls of the program, when its jobs have run. */
export function readGaugesWhenDue(): void {
  if (state[now]! < nextReading) return;
  nextReading = state[now]! + interval;
  readGauges();
}

/** Reads all gauges now. */
export function readGauges(): void {
  names.forEach(read);
}

function read(name: keyof Gauges): void {
  const transaction = state[begun]!;
  let value: unknown;
  try {
    if (gauges[name] === undefined) {
      absent.add(name);
      if (readings[name] > 0)
        breach('wrong reading', transaction, () => ({ type: 'gauge gone', gauge: name }));
      return;
    }
    value = gauges[name]();
  } catch (error) {
    failThrown(error, { type: 'gauge', gauge: name }, transaction);
    return;
  }
  readings[name]++;
  if (absent.has(name)) breach('wrong reading', transaction, () => ({ type: 'gauge at times', gauge: name }));
  truths[name](range);
  const { least, most } = range;
  if (typeof value === 'number' && value >= least && value <= most) return;
  breach('wrong reading', transaction, () => ({
    type: 'wrong gauge',
    gauge: name,
    given: cut(describe(value), longestValue),
    least,
    most,
  }));
}

/** Tells the host how often each gauge was read. */
export function reportReadings(): void {
  emit('readings', json(readings));
}
