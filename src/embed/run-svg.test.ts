/** The picture of a run stands alone: its words, its lines and its colours are in the file. */

import { expect, test } from 'vitest';

import { runFigure } from '#src/chart/run-figure.ts';
import { recordedFigure } from '#src/recorded/recorded-figure.ts';
import { runSvg } from './run-svg.ts';

const words = {
  title: 'Pool <1> & co',
  description: 'Measured.',
  timeAxis: 'virtual time',
  transactions: 'transactions',
  site: 'Lab',
};

test('says what was measured, in words and in lines with two signs each', async () => {
  const { runs, view } = await recordedFigure('logger-per-transaction', true);
  const svg = runSvg(runFigure(runs, view), words);
  expect(svg).toContain('<title id="t">Pool &lt;1&gt; &amp; co</title>');
  expect(svg).toContain('leaky 10,000</text>');
  expect(svg).toContain('a fixed version 1</text>');
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg).toContain('stroke-dasharray');
  expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(|<style|<script|href/);
});
