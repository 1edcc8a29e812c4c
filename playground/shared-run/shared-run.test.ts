/** A link is read as it was written; what is none is refused with the reason, whatever it is; and a usual one is short. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { packText, unpackText } from '../learner-record/packed-text.ts';
import { textMark } from '../learner-record/text-mark.ts';
import { createNodeClient } from '../node/client.ts';
import { createCompiler } from '../node/compiler.ts';
import { programNames, readProgram } from '../node/programs.ts';
import type { RunResult } from '../record.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';
import { badLinks, goodLink, goodShared } from '../testing/bad-links.ts';
import { inOwnWords } from '../testing/records.ts';
import { linkWords } from './link-words.ts';
import { runNumbers } from './run-numbers.ts';
import { readRunHash, runHash, scenarioInHash, workloadChanges, workloadWith } from './shared-run.ts';

const client = createNodeClient();
afterAll(() => client.dispose());

describe('a link', () => {
  test('is read as it was written', () => {
    const { shared } = readRunHash(goodLink);
    expect({ v: 1, ...shared }).toEqual(goodShared);
    expect(shared && runHash('logger-per-transaction', shared)).toBe(goodLink);
    expect(scenarioInHash(goodLink)).toBe('logger-per-transaction');
  });

  test('holds only characters that no chat and no browser encodes', () => {
    expect(goodLink).toMatch(/^#run=[\w.-]+$/);
  });

  test('of format 1 is unpacked against the same words for good', () => {
    expect(textMark(linkWords)).toBe('1s97blml1wwl6');
  });
});

test('what differs from a workload, put back onto it, gives the workload', () => {
  const steady = { stragglers: 3, pace: 2 };
  const workloads = [
    usualWorkload,
    { ...usualWorkload, seed: 8, collectorSeconds: null },
    { ...usualWorkload, steady },
    { ...usualWorkload, steady: { ...steady, pace: 1 } },
  ];
  for (const own of workloads) {
    expect(workloadChanges(own, own)).toEqual({});
    for (const workload of workloads)
      expect(workloadWith(own, workloadChanges(workload, own))).toEqual(workload);
  }
});

test.each(badLinks)('%s is refused', (_, hash, kind) => {
  const { shared, fault } = readRunHash(hash);
  expect(shared).toBeUndefined();
  expect(fault?.type).toBe(kind);
});

describe('whatever is changed in a link, it is read or refused', () => {
  const readOrRefused = (hash: string) => {
    const { shared, fault } = readRunHash(hash);
    expect([shared, fault].filter((one) => one !== undefined)).toHaveLength(1);
  };

  test('in its characters', () => {
    fc.assert(
      fc.property(fc.nat(goodLink.length), fc.string({ maxLength: 9 }), (at, put) =>
        readOrRefused(goodLink.slice(0, at) + put + goodLink.slice(at + put.length)),
      ),
    );
  });

  test('in what it carries', () => {
    const text = unpackText(goodLink.slice(goodLink.indexOf('.') + 1), 10_000, linkWords) ?? '';
    expect(text.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 9 }), (at, put) => {
        const changed = text.slice(0, at) + put + text.slice(at + put.length);
        readOrRefused(`#run=capstone.${packText(changed, linkWords)}`);
      }),
    );
  });

  test('in the values of its fields', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(goodShared)), fc.jsonValue(), (field, value) =>
        readOrRefused(
          `#run=capstone.${packText(JSON.stringify({ ...goodShared, [field]: value }), linkWords)}`,
        ),
      ),
    );
  });
});

/** Characters of the address of a page, which stands before all that a link carries. */
const address = 'https://leak-lab.example.org/course/09c-an-alarm-is-not-a-cure/'.length;

test.each(scenarioIds)('a fix of %s fits into 2 kB, with the numbers of its run', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  const compiler = createCompiler();
  for (const name of (await programNames(id)).filter((each) => each.startsWith('fixed'))) {
    const source = inOwnWords(await readProgram(id, name));
    const { compiled } = compiler.compile(source);
    if (compiled === undefined) throw new Error(`${name}.ts of ${id} does not compile.`);
    const workload = { ...scenario.workload, transactions: 1_000 };
    const request = { scenario: id, program: 'mine', compiled, diagnostics: [], workload, checks: false };
    const result = await new Promise<RunResult>((resolve) => {
      client.run(request, (event) => event.type === 'finished' && resolve(event.result));
    });
    const checks = scenario.checks.map((check) => ({ id: check.id, passed: true }));
    const shared = {
      source,
      workload: { seed: 12_345, transactions: 20_000 },
      view: { type: 'objects', className: 'Logger' },
      numbers: { ...runNumbers(result), checks },
      machineHash: '0123456789',
      scenarioHash: 'abcdef0123',
    };
    const hash = runHash(id, shared);
    expect(readRunHash(hash).shared).toEqual(shared);
    expect(address + hash.length, `${id}/${name}`).toBeLessThanOrEqual(2_000);
  }
});
