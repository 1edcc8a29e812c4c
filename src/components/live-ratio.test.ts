/** The live ratio says nothing until both programs have run, and is not upset by one slow run. */

import { expect, test } from 'vitest';
import { liveRatio } from './live-ratio.ts';

test('says nothing until both programs have run', () => {
  expect(liveRatio([{ program: 'leaky', elapsedMs: 300 }])).toEqual({ leaky: 1, fixed: 0, ratio: undefined });
});

test('is not upset by one slow run', () => {
  const runs = [
    { program: 'leaky', elapsedMs: 300 },
    { program: 'fixed', elapsedMs: 900 },
    { program: 'fixed', elapsedMs: 200 },
    { program: 'mine', elapsedMs: 1 },
  ];
  expect(liveRatio(runs)).toEqual({ leaky: 1, fixed: 2, ratio: 1.5 });
});
