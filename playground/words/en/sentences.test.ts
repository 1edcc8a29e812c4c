/** Every kind of failure, breach, finding and fault of input has a whole sentence, which what is foreign cannot be cut into. */

import { describe, expect, test } from 'vitest';
import type { DiagnosticDetail } from '../../compiler/diagnostic-detail.ts';
import type { BreachDetail } from '../../guest/breach-detail.ts';
import type { FailureDetail, Workload } from '../../record.ts';
import { bounds, workloadFault, type BoundedField } from '../../workload.ts';
import { scenario } from '../../scenarios/logger-per-transaction/scenario.ts';
import { machineWords } from '../words.ts';

const words = machineWords('en');

/** One of each kind: a kind that is new asks for one here. */
type OneOfEach<Detail extends { readonly type: string }> = {
  readonly [Type in Detail['type']]: Detail & { readonly type: Type };
};
type Example<Detail> = readonly [type: string, detail: Detail];
const examplesOf = <Detail extends { readonly type: string }>(
  each: OneOfEach<Detail>,
): readonly Example<Detail>[] => Object.entries<Detail>(each);

const where = { type: 'code', code: 'sendResources' } as const;
const error = { type: 'error', text: 'Error: no', within: { cause: { text: 'Error: why' } } } as const;
const seconds = 3;

const failures = examplesOf<FailureDetail>({
  thrown: { type: 'thrown', thrown: error, where },
  rejected: { type: 'rejected', thrown: { type: 'value', text: 'null' }, where: { type: 'rejection' } },
  'no more memory': { type: 'no more memory', where: { type: 'top level' } },
  unread: { type: 'unread', thrown: { type: 'error', text: 'SyntaxError: no' } },
  'no class': { type: 'no class' },
  'no method': { type: 'no method', method: 'sendResources' },
  'top level stuck': { type: 'top level stuck' },
  'top level late': { type: 'top level late' },
  'call pending': { type: 'call pending', call: 'sendResources' },
  'out of memory': { type: 'out of memory', transaction: 1_000, bytes: 2 ** 20 },
  'loop without an end': { type: 'loop without an end', turns: 15_000_000 },
  'too much work': { type: 'too much work', turns: 1, ended: 1, transactions: 2 },
  'stack exhausted': { type: 'stack exhausted' },
  'machine failed': { type: 'machine failed' },
  'not loaded': { type: 'not loaded', obstacle: { type: 'not fetched', address: '/lab/guest.json' } },
  broken: { type: 'broken', text: 'Error: ours' },
  'worker died': { type: 'worker died', death: { type: 'not started' } },
  silent: { type: 'silent', seconds },
  'late run': { type: 'late run', sampled: 0, transactions: 10, seconds },
  'late checks': { type: 'late checks', trial: 1, trials: 2, seconds },
  interrupted: { type: 'interrupted' },
  'not compiled': { type: 'not compiled' },
});

const channel = 'SessionResource';
const line = 'dispose';
const id = { type: 'id', id: '450965000000000000' } as const;
const host = 'worker-1';
const hosts = ['worker-1', 'worker-2'];
const gauge = 'sent';

const breaches = examplesOf<BreachDetail>({
  'no line': { type: 'no line', due: line },
  'line twice': { type: 'line twice', line },
  'line early': { type: 'line early', line },
  'line late': { type: 'line late', line },
  'no text': { type: 'no text', channel, given: '{}' },
  'unsigned line': { type: 'unsigned line', line },
  'foreign channel': { type: 'foreign channel', line, said: id, channel },
  'not in flight': { type: 'not in flight', line, id: { type: 'too large' } },
  'written after close': { type: 'written after close', channel },
  'closed twice': { type: 'closed twice', channel },
  'sent for nobody': { type: 'sent for nobody', host, id: { type: 'no id', of: 'object' } },
  'not sent to': { type: 'not sent to', hosts },
  'released early': { type: 'released early', hosts },
  'not released': { type: 'not released', hosts },
  'sent to a stranger': { type: 'sent to a stranger', host },
  'sent twice': { type: 'sent twice', host },
  'sent untimely': { type: 'sent untimely', host, when: { type: 'in', call: '[Symbol.dispose]' } },
  'wrong tables': { type: 'wrong tables', host, given: ['a', null], more: true, right: ['a', 'b'] },
  'gauge gone': { type: 'gauge gone', gauge },
  'gauge at times': { type: 'gauge at times', gauge },
  'wrong gauge': { type: 'wrong gauge', gauge, given: '1', least: 2, most: 3 },
  unshowable: { type: 'unshowable' },
  lost: { type: 'lost' },
});

const name = 'CnchServerResource';
const asked = { kind: 'class', name } as const;
const types = { given: 'number', asked: 'string' };

const diagnostics = examplesOf<DiagnosticDetail>({
  typescript: { type: 'typescript', text: 'Expected 0 arguments, but got 1.', note: 'no locales' },
  absent: { type: 'absent', name: 'Intl' },
  'read-only': { type: 'read-only', member: 'Map.prototype.set' },
  unchecked: { type: 'unchecked', why: { type: 'broke off', breakdown: { type: 'call stack' } } },
  more: { type: 'more', count: 51 },
  'no export': { type: 'no export', ...asked },
  'type only': { type: 'type only', ...asked },
  'not exported': { type: 'not exported', ...asked },
  'default export': { type: 'default export', ...asked },
  'wrong export': { type: 'wrong export', name, ...types },
  'no class': { type: 'no class', name },
  'abstract class': { type: 'abstract class', name },
  'wrong constructor': { type: 'wrong constructor', name, ...types },
  'no member': { type: 'no member', name, member: 'sendResources', asked: '() => void' },
  'hidden member': { type: 'hidden member', member: 'sendResources' },
  'wrong member': { type: 'wrong member', member: 'sendResources', ...types },
  'no module': { type: 'no module', module: 'fs', types: 'server', modules: ['node:events'] },
  'only types': { type: 'only types', module: 'server' },
  'dynamic import': { type: 'dynamic import' },
  'other file': { type: 'other file' },
  'too long': { type: 'too long', length: 2_000_000, most: 1_000_000 },
  unsendable: { type: 'unsendable', code: 0 },
  'too deep': { type: 'too deep' },
  'breaks off': { type: 'breaks off', breakdown: { type: 'silent' } },
  'not compiled in time': { type: 'not compiled in time', seconds },
});

const isWhole = /^[^a-z].*[.?]$/s;
/** Sentences that begin with what stands in the program. */
const fromCode = ['call pending', 'hidden member', 'wrong member', 'not loaded'];
/** What the program, the engine or the machine itself says. */
const foreign = ['thrown', 'rejected', 'unread', 'broken'];

describe('a whole sentence', () => {
  test.each(failures.filter(([type]) => !foreign.includes(type)))('for a failure: %s', (type, what) => {
    const sentence = words.failureWords({ what });
    expect(sentence).toMatch(fromCode.includes(type) ? /[.?]$/ : isWhole);
  });

  test.each(diagnostics)('for a finding: %s', (type, what) => {
    const sentence = words.diagnosticWords({ what });
    expect(sentence).toMatch(fromCode.includes(type) ? /[.?]$/ : isWhole);
  });

  // It stands after the kind and a colon.
  test.each(breaches)('for a breach: %s', (_, what) => {
    expect(words.breachWords({ what })).toMatch(/^[a-z].*\.$/s);
  });

  test.each(Object.keys(bounds) as BoundedField[])('for a value out of its bounds: %s', (field) => {
    const steady = { stragglers: 1, pace: 1 };
    const isSteady = field === 'stragglers' || field === 'pace';
    const workload: Workload = {
      ...scenario.workload,
      ...(isSteady ? { steady: { ...steady, [field]: -1 } } : { [field]: -1 }),
    };
    const fault = workloadFault(workload);
    expect(fault?.field).toBe(field);
    expect(fault && words.workloadFaultWords(fault)).toMatch(
      /^[A-Z].* from [\d.,]+(?: \w+)? to [\d.,]+(?: \w+)?\.$/,
    );
  });
});

test('what is foreign is told as it is', () => {
  const what: FailureDetail = { type: 'broken', text: 'an error (in a promise), which is not an Error.' };
  expect(words.failureWords({ what })).toBe('an error (in a promise), which is not an Error.');
});

test('an error is told with its reason, its place and its causes, each in its turn', () => {
  const thrown = {
    type: 'error',
    text: "TypeError: 'map' is read-only",
    within: {
      among: { first: [{ text: 'a' }, { text: 'b', within: { cause: { text: 'c' } } }], more: 2 },
      suppressed: { first: { text: 'd' }, later: { text: 'e' } },
      cause: { text: 'f' },
    },
  } as const;
  const explained = { reason: 'frozen', rest: ' still' } as const;
  const what: FailureDetail = { type: 'thrown', thrown, explained, where: { type: 'listener', event: 'x' } };
  expect(words.failureWords({ what })).toBe(
    "TypeError: 'map' is read-only: built-ins, and what the program itself has frozen, are read-only here still " +
      "(in a listener to 'x'); of these: a; b; caused by c; and 2 more; first there was d; then came e; caused by f",
  );
});
