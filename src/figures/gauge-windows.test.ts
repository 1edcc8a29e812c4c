/** The windows over the drawn gauges show what the chapter asks its readers to see in them. */

import { describe, expect, test } from 'vitest';

import type { ServerGauge } from '#playground/guest/server-gauges.ts';
import { deadlineReadings, drawnRuns, peakRise } from '#src/recorded/alert-exam.ts';
import { drawnReadings } from './gauge-view.ts';
import { gaugePaths } from './gauge-picture.ts';
import { compared, gaugesOf, likeness, valuesOf, windowsOver } from './gauge-windows.ts';

const runs = await drawnRuns(drawnReadings);
const gauges = runs.flatMap(({ secret }) => gaugesOf(secret, drawnReadings));
const isLeak = ({ leaksFrom }: ServerGauge): boolean => leaksFrom < Infinity;
const healthy = gauges.filter((gauge) => !isLeak(gauge));

function evenness(gauge: ServerGauge, length: number): number {
  const { alike } = windowsOver(valuesOf(gauge, drawnReadings), length);
  return alike === undefined ? 0 : likeness(alike);
}

test('a window’s low is its lowest reading, and its rise what it adds to the one before', () => {
  expect(windowsOver([5, 3, 4, 9, 7, 8, 1], 3)).toEqual({ lows: [3, 7], rises: [4], alike: undefined });
});

test('of all rises in a row those are picked that differ least, and none with a fall among them', () => {
  const rises = [1, 9, 8, 8, 9, 9, -1, 5, 5, 5, 5];
  const values = rises.reduce((lows, rise) => [...lows, (lows.at(-1) ?? 0) + rise], [10]);
  expect(windowsOver(values, 1).alike).toEqual({ from: 1, least: 8, most: 9 });
});

describe('the drawn runs', () => {
  test('show two leaks, none, and one under peaks of load', () => {
    expect(runs.map(({ leaks }) => leaks)).toEqual([2, 0, 1]);
  });

  test('in the shortest windows peaks of load and caches rise nearly as evenly as a leak', () => {
    const loads = healthy.filter(({ behaves }) => behaves === 'sessions that come in peaks of load');
    expect(loads.length).toBeGreaterThan(1);
    for (const load of loads) expect(evenness(load, 4)).toBeGreaterThan(0.7);
    const caches = healthy.filter(({ behaves }) => behaves.startsWith('a cache'));
    expect(Math.max(...caches.map((cache) => evenness(cache, 4)))).toBeGreaterThan(0.5);
  });

  test('in windows of 24 readings leaks are even, and nothing else comes near', () => {
    for (const gauge of gauges) {
      if (isLeak(gauge)) expect(evenness(gauge, 24)).toBeGreaterThan(0.8);
      else expect(evenness(gauge, 24)).toBeLessThan(0.25);
    }
  });

  test('six windows of 4 fit into the rise of a peak, of 24 into the deadline, of 64 into neither', () => {
    const [short = 0, middle = 0, long = 0] = [4, 24, 64].map((length) => (compared + 1) * length);
    expect(short).toBeLessThan(peakRise);
    expect(middle).toBeGreaterThan(peakRise);
    expect(middle).toBeLessThan(deadlineReadings);
    expect(long).toBeGreaterThan(deadlineReadings);
  });
});

test('a picture draws the healthy readings, the leaking ones, and a bar for each rise', () => {
  const values = [0, 4, 8, 12, 16, 20, 24, 28];
  const paths = gaugePaths(values, 4, 2, windowsOver(values, 2));
  expect(paths.healthy.startsWith('M0 ')).toBe(true);
  expect(paths.leaking.startsWith('M4 ')).toBe(true);
  expect(paths.lows.match(/h/g)).toHaveLength(4);
  expect(paths.bars.match(/h/g)).toHaveLength(3);
  expect(paths.alike).not.toContain('h');
});
