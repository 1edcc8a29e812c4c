import { expect, test } from 'vitest';

import type { RunFigure } from '#src/chart/run-figure.ts';
import { readAt, stepFrom } from './reading.ts';

const points = Array.from({ length: 101 }, (_, index) => ({ x: index * 10, y: index }));
const figure = {
  view: { type: 'bytes' },
  x: { max: 1000, ticks: [] },
  series: [
    { role: 'fixed', faded: false, points: points.map(({ x }) => ({ x, y: 1 })) },
    { role: 'leaky', faded: false, points: points.slice(0, 41), death: { transaction: 40 } },
    { role: 'mine', faded: true, points },
  ],
} as unknown as RunFigure;

test('a place on the chart tells the nearest sample of each line, the highest first', () => {
  expect(readAt(figure, 204)).toEqual({
    x: 200,
    lines: [
      { role: 'leaky', y: 20 },
      { role: 'fixed', y: 1 },
    ],
  });
});

test('a server that died has no values after its death', () => {
  expect(readAt(figure, 900)).toEqual({ x: 900, lines: [{ role: 'fixed', y: 1 }] });
});

test('keys move from sample to sample, by ten, and to both ends', () => {
  expect(stepFrom(figure, undefined, 'ArrowRight')).toBe(0);
  expect(stepFrom(figure, 200, 'ArrowRight')).toBe(210);
  expect(stepFrom(figure, 0, 'ArrowLeft')).toBe(0);
  expect(stepFrom(figure, 200, 'PageUp')).toBe(300);
  expect(stepFrom(figure, 200, 'End')).toBe(1000);
  expect(stepFrom(figure, 200, 'Home')).toBe(0);
  expect(stepFrom(figure, 200, 'a')).toBeUndefined();
});

test('an empty chart tells nothing', () => {
  expect(readAt({ ...figure, series: [] }, 5)).toBeUndefined();
});
