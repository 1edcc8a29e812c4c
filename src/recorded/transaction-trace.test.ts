/** The steps that chapter 2 shows are those of a real run. */

import { expect, test } from 'vitest';
import { traceTransactions, transactionStates } from './transaction-trace.ts';

test('shows a reader each call with its line, and the logger that stays when its resource goes', async () => {
  const trace = await traceTransactions('logger-per-transaction', 'leaky', 2);
  expect(trace.map(({ call }) => call).slice(0, 7)).toEqual([
    'constructor',
    'addCreateQuery',
    'addDataParts',
    'addCreateQuery',
    'addDataParts',
    'sendResources',
    'dispose',
  ]);
  expect(trace.map(({ live }) => live['Logger'])).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
  expect(trace.map(({ live }) => live['CnchServerResource'])).toEqual([
    1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0,
  ]);
  expect(trace[0]?.line).toBeUndefined();
  expect(trace[6]?.line).toMatchObject({ text: 'dispose: 2 tables', transaction: 1 });
});

test('keeps a logger that its resource owns only for as long as the resource lives', async () => {
  const trace = await traceTransactions('logger-per-transaction', 'fixed-owned', 1);
  expect(trace.map(({ live }) => live['Logger'])).toEqual([1, 1, 1, 1, 1, 1, 0]);
});

test('draws a picture only of what was counted', async () => {
  const classes = ['CnchServerResource', 'Logger'];
  const leaky = await traceTransactions('logger-per-transaction', 'leaky', 2);
  const states = transactionStates(leaky, classes);
  expect(states[0]).toEqual(['alive', 'none']);
  expect(states[6]).toEqual(['ended', 'none']);
  expect(states.at(-1)).toEqual(['ended', 'ended']);
  const owned = await traceTransactions('logger-per-transaction', 'fixed-owned', 1);
  expect(() => transactionStates(owned, classes)).toThrow('would not show what was counted');
});
