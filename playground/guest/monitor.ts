/** Gives the program's watch, where it has one, the readings of the server's own gauges, and notes when it rings. */

import { setup } from 'leak-lab:setup';
import type { GaugeWatch } from 'server';
import type { Alert } from '../record.ts';
import { ended } from './fields.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';
import { failThrown, hasFailed } from './failure.ts';
import { drawGauges, type ServerGauge, transactionsPerReading } from './server-gauges.ts';

type Tally = { -readonly [key in keyof Alert]: Alert[key] };

const serverGauges = drawGauges(setup);
const alerts: readonly Tally[] = serverGauges.map(unread);
let watch: GaugeWatch | undefined;

function unread({ name, behaves, leaksFrom }: ServerGauge): Tally {
  return {
    gauge: name,
    behaves,
    leaks: leaksFrom < Infinity,
    leaksAfter: leaksFrom < Infinity ? leaksFrom * transactionsPerReading : 0,
    readings: 0,
    rings: 0,
    healthyReadings: 0,
    falseRings: 0,
    firstRing: 0,
    noticedAfter: 0,
    laterReadings: 0,
    lapses: 0,
  };
}

/** Makes the watch of the class that the program exports; undefined for none. */
export function adoptWatch(exported: unknown): void {
  if (exported === undefined) return;
  try {
    watch = new (exported as new () => GaugeWatch)();
  } catch (error) {
    failThrown(error, { type: 'code', code: 'new Watch' });
  }
}

/** Takes the readings that are due. Call between two calls of the program. */
export function takeReadings(): void {
  if (watch === undefined) return;
  for (let taken = alerts[0]!.readings; (taken + 1) * transactionsPerReading <= state[ended]!; taken++) {
    for (const [index, gauge] of serverGauges.entries()) {
      if (hasFailed()) return;
      note(alerts[index]!, taken >= gauge.leaksFrom, rings(watch, gauge, taken));
    }
  }
}

function rings(asked: GaugeWatch, { name, valueAt }: ServerGauge, reading: number): boolean {
  try {
    const answer: unknown = asked.read(name, valueAt(reading));
    return answer === true;
  } catch (error) {
    failThrown(error, { type: 'code', code: 'Watch.read' });
    return false;
  }
}

function note(alert: Tally, isLeaking: boolean, isRinging: boolean): void {
  const transactions = ++alert.readings * transactionsPerReading;
  if (isRinging && alert.rings++ === 0) alert.firstRing = transactions;
  if (!isLeaking) {
    alert.healthyReadings++;
    if (isRinging) alert.falseRings++;
  } else if (alert.noticedAfter > 0) {
    alert.laterReadings++;
    if (!isRinging) alert.lapses++;
  } else if (isRinging) alert.noticedAfter = transactions;
}

/** Tells the host what the watch did. */
export function reportAlerts(): void {
  if (watch !== undefined) emit('alerts', json(alerts));
}
