/** The figures of the C++ mock: they are those of the published file, and show what the chapters say that they show. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { loggerBytesGlibc, virtualLoggerBytes } from '#playground/analysis/projection.ts';
import { lostLoggers, registryMock, registryMockFile } from './registry-mock.ts';

test('the published source is the one that was measured', () => {
  const source = readFileSync(`public/${registryMockFile}`);
  expect(createHash('sha256').update(source).digest('hex')).toBe(registryMock.sha256);
});

test('a name for each transaction costs most, with any number of threads', () => {
  for (const { perTransaction, shared, owned } of Object.values(registryMock.nanoseconds))
    expect(perTransaction.least).toBeGreaterThan(10 * Math.max(shared.most, owned.most));
});

test('a logger without a registry is cheaper than a lookup as soon as threads wait for the lock', () => {
  const { shared, owned } = registryMock.nanoseconds['8'];
  expect(shared.median).toBeGreaterThan(owned.median);
});

test('projections take the bytes that the mock measured', () => {
  expect(registryMock.memory.logger).toEqual({ bytes: loggerBytesGlibc, blocks: 4 });
  expect(registryMock.memory.wrapper).toEqual({ bytes: virtualLoggerBytes, blocks: 1 });
});

test('a leak checker is silent on what a registry keeps, and reports what was lost', () => {
  const { kept, freed, lost } = registryMock.leakSanitizer;
  expect([kept, freed]).toEqual([0, 0]);
  expect(lost).not.toBe(0);
});

test('pages say how many loggers the published source keeps or loses', () => {
  const [, many = ''] =
    /static int leave[^]*?many = ([\d']+);/.exec(readFileSync(`public/${registryMockFile}`, 'utf8')) ?? [];
  expect(Number(many.replaceAll("'", ''))).toBe(lostLoggers);
});
