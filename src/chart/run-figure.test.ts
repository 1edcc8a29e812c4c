import { expect, test } from 'vitest';

import type { Sample, Workload } from '#playground/record.ts';
import { usualWorkload } from '#playground/scenarios/usual-workload.ts';
import { type DrawnRun, fastestGrowing } from './drawn-run.ts';
import { runFigure } from './run-figure.ts';
import { tableOf } from './run-table.ts';

const workload: Workload = { ...usualWorkload, transactions: 1000, memoryLimit: 4 * 2 ** 20, samples: 10 };

function samplesTo(count: number, loggers: (transactions: number) => number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const transactions = (index + 1) * 100;
    const live = { Logger: loggers(transactions), Resource: 16 };
    return {
      transactions,
      virtualMs: transactions * 10,
      inFlight: 16,
      bytes: live.Logger * 400,
      live,
      created: live,
    };
  });
}

const leaky: DrawnRun = { role: 'leaky', workload, samples: samplesTo(10, (transactions) => transactions) };
const fixed: DrawnRun = { role: 'fixed', workload, samples: samplesTo(10, () => 1) };
const loggers = { type: 'objects', className: 'Logger' } as const;

test('the chart opens on the class that leaks, not on the one in use', () => {
  expect(fastestGrowing(leaky.samples)).toBe('Logger');
});

test('a run half-way leaves the axis as wide as its end will need', () => {
  const half: DrawnRun = { ...leaky, role: 'mine', samples: leaky.samples.slice(0, 5) };
  const figure = runFigure([half], loggers);
  expect(figure.x.max).toBe(10_000);
  expect(figure.series[0]?.points.at(-1)).toEqual({ x: 5000, y: 500 });
});

/** A run whose loggers end at a count. */
const endingAt = (role: DrawnRun['role'], count: number): DrawnRun => ({
  role,
  workload,
  samples: samplesTo(10, () => count),
});

test('labels stand in the order of their values and apart, however close their lines end', () => {
  for (const counts of [
    [1, 14, 10_000],
    [14, 1, 0],
    [5000, 5001, 4999],
    [0, 0, 0],
    [9999, 10_000, 9998],
  ] as const) {
    const [fixedEnd, mineEnd, leakyEnd] = counts;
    const runs = [endingAt('fixed', fixedEnd), endingAt('mine', mineEnd), endingAt('leaky', leakyEnd)];
    const { labels } = runFigure(runs, loggers);
    const values = labels.map(({ value }) => Number(value.replace(',', '')));
    expect(values).toEqual([...counts].sort((a, b) => b - a));
    labels.slice(1).forEach(({ at }, index) => expect((labels[index]?.at ?? 0) - at).toBeGreaterThan(0.094));
    labels.forEach(({ at }) => expect(at).toBeGreaterThan(0));
    labels.forEach(({ at }) => expect(at).toBeLessThanOrEqual(1));
  }
});

test('a hairline leads from each label to where its line ends, also half-way', () => {
  const half: DrawnRun = { ...leaky, role: 'mine', samples: leaky.samples.slice(0, 5) };
  const { labels } = runFigure([half, fixed], loggers);
  expect(labels.map(({ role, end }) => [role, end?.across])).toEqual([
    ['mine', 0.5],
    ['fixed', 1],
  ]);
});

test('a hidden line keeps its label, without a hairline, and the y axis fits the others', () => {
  const { labels, series, y } = runFigure([leaky, fixed], loggers, undefined, ['leaky']);
  expect(series.map(({ role }) => role)).toEqual(['fixed']);
  expect(y.max).toBe(1);
  expect(labels.map(({ role, value, end }) => [role, value, end === undefined])).toEqual([
    ['leaky', '1,000', true],
    ['fixed', '1', false],
  ]);
});

test('the time axis has round ticks and one at its end, where the transactions are counted', () => {
  const { x } = runFigure([{ ...leaky, samples: samplesTo(10, () => 1) }], loggers);
  expect(x.ticks.map(({ label }) => label)).toEqual(['0 s', '2 s', '4 s', '6 s', '8 s', '10 s']);
  const odd = {
    ...leaky,
    samples: leaky.samples.map((each) => ({ ...each, virtualMs: each.transactions * 8.33 })),
  };
  const { ticks, max } = runFigure([odd], loggers).x;
  expect(ticks.at(-1)).toEqual({ value: max, label: '8.3 s', below: '1,000' });
  expect(ticks.map(({ label }) => label)).toEqual(['0 s', '2 s', '4 s', '6 s', '8.3 s']);
  expect(ticks.map(({ below }) => below)).toEqual(['0', '', '', '', '1,000']);
});

test('a server that died has a cross at its last sample and a sentence that says when', () => {
  const failure = { kind: 'out-of-memory', what: { type: 'machine failed' }, transaction: 742 } as const;
  const figure = runFigure([{ ...leaky, failure }], loggers);
  expect(figure.series[0]?.death).toEqual({ transaction: 742 });
  expect(figure.sentence).toContain('dies at transaction 742');
});

test('the view of memory shows the limit that the last run had', () => {
  const figure = runFigure([leaky], { type: 'bytes' });
  expect(figure.limit).toEqual({ value: 4 * 2 ** 20, label: 'limit' });
  expect(figure.y.max).toBeGreaterThanOrEqual(4 * 2 ** 20);
});

test('a class that a program does not have draws no line', () => {
  expect(runFigure([fixed], { type: 'objects', className: 'Other' }).series).toEqual([]);
});

test('the table ends with the last sample, whatever their number', () => {
  const { head, rows } = tableOf([leaky, fixed], loggers);
  expect(head).toEqual(['Virtual time', 'Transactions', 'leaky', 'fixed']);
  expect(rows.at(-1)).toEqual(['10 s', '1,000', '1,000', '1']);
});
