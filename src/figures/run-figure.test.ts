import { expect, test } from 'vitest';

import type { Sample, Workload } from '#playground/protocol.ts';
import { en } from '#src/strings/en.ts';
import type { DrawnRun } from './drawn-run.ts';
import { fastestGrowing } from './drawn-run.ts';
import { runFigure } from './run-figure.ts';
import { tableOf } from './run-table.ts';

const words = en.workbench;
const workload: Workload = {
  transactions: 1000,
  concurrency: 16,
  seed: 1,
  failureRate: 0,
  sharedIdRate: 0,
  memoryLimit: 4 * 2 ** 20,
  samples: 10,
  collectorSeconds: null,
};

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
  const figure = runFigure([half], loggers, words);
  expect(figure.x.max).toBe(10_000);
  expect(figure.series[0]?.points.at(-1)).toEqual({ x: 5000, y: 500 });
});

test('labels of lines that end at the same height do not cover each other', () => {
  const { labels } = runFigure(
    [fixed, { ...fixed, role: 'mine' }, { ...fixed, role: 'leaky' }],
    loggers,
    words,
  );
  const heights = labels.map(({ at }) => at).sort((a, b) => a - b);
  expect(heights).toHaveLength(3);
  heights
    .slice(1)
    .forEach((height, index) => expect(height - (heights[index] ?? 0)).toBeGreaterThanOrEqual(0.13));
});

test('a server that died has a cross at its last sample and a sentence that says when', () => {
  const failure = { kind: 'out-of-memory', message: '', transaction: 742 } as const;
  const figure = runFigure([{ ...leaky, failure }], loggers, words);
  expect(figure.series[0]?.death).toEqual({ transaction: 742 });
  expect(figure.sentence).toContain('dies at transaction 742');
});

test('the view of memory shows the limit that the last run had', () => {
  const figure = runFigure([leaky], { type: 'bytes' }, words);
  expect(figure.limit).toEqual({ value: 4 * 2 ** 20, label: 'memory limit' });
  expect(figure.y.max).toBeGreaterThanOrEqual(4 * 2 ** 20);
});

test('a class that a program does not have draws no line', () => {
  expect(runFigure([fixed], { type: 'objects', className: 'Other' }, words).series).toEqual([]);
});

test('the table ends with the last sample, whatever their number', () => {
  const { head, rows } = tableOf([leaky, fixed], loggers, words);
  expect(head).toEqual(['Virtual time', 'Transactions', 'leaky', 'fixed']);
  expect(rows.at(-1)).toEqual(['10 s', '1,000', '1,000', '1']);
});
