/** What chapters say of wrong fixes. */

import { expect, test } from 'vitest';

import { caughtBy } from './caught-by.ts';

test('a question names the check that catches a wrong fix, or the build fails', async () => {
  const right = { 'wrong-never-reset': 'log-attributable' };
  expect(await caughtBy('logger-pool', right)).toEqual(right);
  await expect(caughtBy('logger-pool', { 'wrong-never-reset': 'no-leak' })).rejects.toThrow(
    'logger-pool/wrong-never-reset.ts is caught by log-attributable, not by no-leak.',
  );
  await expect(caughtBy('logger-pool', { 'wrong-name': 'no-leak' })).rejects.toThrow('caught by nothing');
});
