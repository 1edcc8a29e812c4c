/** What the watch of “Alert on the slope” is given and what is asked of it, for prose, and runs of it to draw. */

import { gaugeNames, type ServerGauge, transactionsPerReading } from '#playground/guest/server-gauges.ts';
import { secretOf } from '#playground/host/secret.ts';
import { deadline, lapsesOneIn } from '#playground/scenarios/alert-on-slope/checks.ts';
import { gaugesOf } from '#src/figures/gauge-windows.ts';
import { scenarioPrograms } from './recorded-run.ts';

export { peakRise } from '#playground/guest/gauge-shapes.ts';
export { deadline, lapsesOneIn, transactionsPerReading };

export const gaugeCount = gaugeNames.length;
/** Readings from the beginning of a leak within which its alert must fire. */
export const deadlineReadings = deadline / transactionsPerReading;

/** A run of the leaky program, whose gauges are drawn from its secret. */
export interface DrawnRun {
  readonly seed: number;
  readonly secret: number;
  readonly leaks: number;
}

type Wanted = (gauges: readonly ServerGauge[]) => boolean;

/** Seeds to look through for a run that shows what it should. */
const mostSeeds = 2_000;
/** Objects that a leak adds between two readings, so that a small picture shows it. */
const leastRate = 6;

const leaking = (gauges: readonly ServerGauge[]): readonly ServerGauge[] =>
  gauges.filter(({ leaksFrom }) => leaksFrom < Infinity);
const isClear = ({ valueAt, leaksFrom }: ServerGauge): boolean =>
  valueAt(leaksFrom + 200) - valueAt(leaksFrom + 120) >= leastRate * 80;
const leaks = (gauges: readonly ServerGauge[], kind: ServerGauge['behaves'], late: boolean): boolean =>
  leaking(gauges).some((gauge) => gauge.behaves === kind && gauge.leaksFrom > 0 === late && isClear(gauge));

/** What the runs show: a leak from the beginning beside one that begins late; none; and one under peaks of load. */
const wanted: readonly Wanted[] = [
  (gauges) =>
    leaks(gauges, 'a number that hardly changes', false) && leaks(gauges, 'a cache that warms up', true),
  (gauges) => leaking(gauges).length === 0,
  (gauges) => leaking(gauges).length === 1 && leaks(gauges, 'sessions that come in peaks of load', false),
];

/** Runs of the leaky program with so many readings, each with the first seed that shows what is wanted. Throws where none does. */
export async function drawnRuns(readings: number): Promise<readonly DrawnRun[]> {
  const programs = await scenarioPrograms('alert-on-slope');
  const code = programs.find(({ name }) => name === 'leaky')?.compiled.code ?? '';
  return wanted.map((isWanted) => {
    for (let seed = 1; seed <= mostSeeds; seed++) {
      const secret = secretOf(code, seed);
      const gauges = gaugesOf(secret, readings);
      if (isWanted(gauges)) return { seed, secret, leaks: leaking(gauges).length };
    }
    throw new Error(`None of ${mostSeeds} seeds shows what a run of gauges should.`);
  });
}
