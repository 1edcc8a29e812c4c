/** How a healthy gauge moves. Each shape is drawn by chance, and is at rest but for short bursts from a given reading on. */

/** Gives numbers in [0, 1). */
export type Chance = () => number;

/** What a gauge does as long as it is healthy. */
export type GaugeKind =
  | 'a cache that warms up'
  | 'a cache that is emptied once'
  | 'a pool that jumps to its peak'
  | 'sessions that come in peaks of load'
  | 'a number that hardly changes';

export interface Shape {
  readonly kind: GaugeKind;
  /** Its level at a reading, counted from 0, without noise. */
  readonly levelAt: (reading: number) => number;
}

/** A whole number from `least` to `most`, which are rounded down. */
export function between(chance: Chance, least: number, most: number): number {
  const from = Math.floor(least);
  return from + Math.floor(chance() * (Math.floor(most) - from + 1));
}

interface Filling {
  /** Readings after which it is as good as full. */
  readonly fullAfter: number;
  /** Its level by readings since it was empty. */
  readonly level: (since: number) => number;
}

/**
 * A cache that fills within so many readings, at the latest. What it still lacks falls by a half in 17 to 25 readings,
 * where there is time: so of two windows of 24 the second adds clearly less, and the last of it takes more than 200.
 */
function fill(chance: Chance, within: number): Filling {
  const most = between(chance, 2_000, 4_500);
  const pace = Math.min(between(chance, 24, 36), within / 8);
  return { fullAfter: 8 * pace, level: (since) => Math.round(most * (1 - Math.exp(-since / pace))) };
}

function cache(chance: Chance, restFrom: number): Shape {
  return { kind: 'a cache that warms up', levelAt: fill(chance, restFrom).level };
}

/** It is full when it is emptied, and then fills again. */
function flushedCache(chance: Chance, restFrom: number): Shape {
  const { fullAfter, level } = fill(chance, restFrom / 2);
  const flush = between(chance, fullAfter, restFrom - fullAfter);
  return {
    kind: 'a cache that is emptied once',
    levelAt: (reading) => level(reading < flush ? reading : reading - flush),
  };
}

/** It may jump at any time, and stays at its peak. */
function pool(chance: Chance, restFrom: number): Shape {
  const idle = between(chance, 20, 100);
  const peak = idle + between(chance, 150, 400);
  const jump = between(chance, 3, restFrom - 1);
  return { kind: 'a pool that jumps to its peak', levelAt: (reading) => (reading < jump ? idle : peak) };
}

/** Readings for which a peak of load rises; it falls for as many. */
export const peakRise = 40;

/** Peaks of load: up, down, and quiet until the next; and bursts of a single reading. */
function load(chance: Chance, restFrom: number): Shape {
  const quiet = between(chance, 50, 300);
  const steepness = between(chance, 8, 12);
  const period = between(chance, 150, 220);
  const phase = between(chance, 0, period - 1);
  const burst = between(chance, 20, 60);
  const peakAt = (reading: number): number => {
    const since = (reading + phase) % period;
    const isWhole = reading - since + 2 * peakRise <= restFrom;
    return isWhole && since < 2 * peakRise ? steepness * (peakRise - Math.abs(peakRise - since)) : 0;
  };
  const levelAt = (reading: number): number =>
    quiet + peakAt(reading) + ((reading + phase) % 11 === 0 ? burst : 0);
  return { kind: 'sessions that come in peaks of load', levelAt };
}

function steady(chance: Chance): Shape {
  const level = between(chance, 20, 2_000);
  return { kind: 'a number that hardly changes', levelAt: () => level };
}

/** The shapes of a server's five gauges. `restFrom` (16 or more) is the reading from which on nothing but noise and bursts is left. */
export const shapes: readonly ((chance: Chance, restFrom: number) => Shape)[] = [
  cache,
  flushedCache,
  pool,
  load,
  steady,
];
