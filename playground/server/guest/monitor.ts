/** Gives the program's watch, where it has one, the readings of the server's own gauges, and notes when it rings. */

import type { GaugeWatch } from 'server';
import type { Alert } from '../../protocol.ts';
import { ended } from '../../vm/guest/fields.ts';
import { emit } from '../../vm/guest/host.ts';
import { state } from '../../vm/guest/state.ts';
import { failThrown, hasFailed } from './failure.ts';
import { serverGauges, transactionsPerReading } from './server-gauges.ts';

type Tally = { -readonly [key in keyof Alert]: Alert[key] };

const alerts: readonly Tally[] = serverGauges.map(({ name, leaks }) => ({
  gauge: name,
  leaks,
  readings: 0,
  rings: 0,
  firstRing: 0,
}));
let watch: GaugeWatch | undefined;

/** Makes the watch of the class that the program exports; undefined for none. */
export function adoptWatch(exported: unknown): void {
  if (exported === undefined) return;
  try {
    watch = new (exported as new () => GaugeWatch)();
  } catch (error) {
    failThrown(error, 'new Watch');
  }
}

/** Takes the readings that are due. Call between two calls of the program. */
export function takeReadings(): void {
  if (watch === undefined) return;
  for (let taken = alerts[0]!.readings; (taken + 1) * transactionsPerReading <= state[ended]!; taken++) {
    for (const [index, { name, valueAt }] of serverGauges.entries()) {
      if (hasFailed()) return;
      give(watch, alerts[index]!, name, valueAt(taken));
    }
  }
}

function give(to: GaugeWatch, alert: Tally, name: string, value: number): void {
  alert.readings++;
  try {
    const rings: unknown = to.read(name, value);
    if (rings !== true) return;
  } catch (error) {
    failThrown(error, 'Watch.read');
    return;
  }
  alert.rings++;
  if (alert.rings === 1) alert.firstRing = alert.readings * transactionsPerReading;
}

/** Tells the host what the watch did. */
export function reportAlerts(): void {
  if (watch !== undefined) emit('alerts', JSON.stringify(alerts));
}
