/** What the doctor makes of headers and answers: the right cause, and the right lines for the server. */

import { expect, test } from 'vitest';

import { policyText, serverDirectives } from '#src/build/policy-directives.ts';
import {
  type Answered,
  judgeCaching,
  judgeClipboard,
  judgeCompression,
  judgeFrame,
  judgeMachineFile,
  judgeOffline,
  judgePolicy,
  judgeStorage,
  judgeWebAssembly,
  judgeWorker,
} from './judgements.ts';

const origin = 'https://docs.example';
const address = '/_astro/quickjs.wasm';
const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

const answered = (type: string | undefined, bytes = module, status = 200): Answered => ({
  ...{ address, status, bytes: Uint8Array.from(bytes) },
  headers: new Map(type === undefined ? [] : [['content-type', type]]),
});

test('the machine’s file is judged by what came, not by its name', () => {
  expect(judgeMachineFile(address, answered('application/wasm')).outcome).toBe('pass');
  // With parameters browsers compile it only once it is here.
  expect(judgeMachineFile(address, answered('application/wasm; charset=utf-8')).outcome).toBe('warn');
  const otherType = judgeMachineFile(address, answered('text/plain; charset=utf-8'));
  expect(otherType).toMatchObject({ outcome: 'warn', lines: 'machineType' });
  expect(otherType.text).toContain('text/plain');
  expect(judgeMachineFile(address, answered(undefined))).toMatchObject({ outcome: 'warn' });
  const page = judgeMachineFile(address, answered('text/html', [...Buffer.from('<!doctype html>')]));
  expect(page).toMatchObject({ outcome: 'fail' });
  expect(page.text).toContain('text/html');
  expect(page.ask).toContain(address);
  expect(judgeMachineFile(address, answered('text/html', module, 403)).text).toContain('403');
  expect(judgeMachineFile(address, undefined).outcome).toBe('fail');
});

test('the policy that the doctor asks for passes its own check', () => {
  expect(judgePolicy(policyText(serverDirectives), origin).outcome).toBe('pass');
  expect(judgePolicy(null, origin).outcome).toBe('pass');
});

test.each([
  ["default-src 'self'", ["'wasm-unsafe-eval'", "'unsafe-inline'", 'data:']],
  ["script-src 'self' 'unsafe-inline'", ["script-src lacks 'wasm-unsafe-eval'"]],
  ["script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline' 'nonce-x'", ["script-src lacks 'unsafe-inline'"]],
  ["worker-src 'none'", ["worker-src lacks 'self'"]],
  ['child-src https://other.example', ["worker-src lacks 'self'"]],
  ["connect-src 'none'", ["connect-src lacks 'self'"]],
  ['sandbox allow-scripts', ['sandbox has to go']],
  [`${policyText(serverDirectives)}, worker-src 'none'`, ["worker-src lacks 'self'"]],
])('a policy that forbids too much is told by its directive: %s', (policy, said) => {
  const finding = judgePolicy(policy, origin);
  expect(finding).toMatchObject({ outcome: 'fail', lines: 'policy' });
  for (const part of said) expect(finding.text).toContain(part);
});

test.each([
  "frame-ancestors 'self'",
  "script-src 'self' 'unsafe-eval' 'unsafe-inline'",
  `script-src ${origin} 'wasm-unsafe-eval' 'unsafe-inline'`,
  'worker-src https:',
  "worker-src 'self'; WORKER-SRC 'none'",
])('a policy that allows the site is left alone: %s', (policy) => {
  expect(judgePolicy(policy, origin).outcome).toBe('pass');
});

test('WebAssembly and workers name the directive that blocks them', () => {
  const blocked = { type: 'blocked', directive: 'worker-src' } as const;
  expect(judgeWorker(blocked)).toMatchObject({ outcome: 'fail', lines: 'policy' });
  expect(judgeWorker(blocked).text).toContain('worker-src');
  expect(judgeWebAssembly({ type: 'blocked', directive: 'script-src' }).text).toContain('script-src');
  expect(judgeWebAssembly({ type: 'absent' }).ask).toContain('WebAssembly');
  expect(judgeWebAssembly({ type: 'compiled' }).outcome).toBe('pass');
});

test('a worker that does not start is told from a script of another type, and from one that is not there', () => {
  const dead = { type: 'dead', message: '', address } as const;
  expect(judgeWorker({ ...dead, script: answered('text/plain') })).toMatchObject({ lines: 'scriptType' });
  expect(judgeWorker({ ...dead, script: undefined }).ask).toContain(address);
  const stopped = judgeWorker({ ...dead, script: answered('text/javascript') });
  expect(stopped.text).toContain('does not say why');
  expect(stopped.ask).toContain('allow web workers');
});

test('storage that is refused asks for it, and room is told in MB', () => {
  const seen = { reason: undefined, isPromised: false, usage: 1_500, quota: 2_000_000_000 };
  expect(judgeStorage({ ...seen, reason: 'refused' })).toMatchObject({ outcome: 'fail' });
  expect(judgeStorage({ ...seen, reason: 'refused' }).ask).toBeDefined();
  expect(judgeStorage(seen).text).toContain('2 kB of 2,000 MB');
  expect(judgeStorage({ ...seen, quota: undefined }).outcome).toBe('pass');
});

test('compression and caching are told from what came', () => {
  const file = { sent: 900, whole: 900, encoding: undefined };
  expect(judgeCompression([file])).toMatchObject({ outcome: 'warn', lines: 'compression' });
  expect(judgeCompression([{ ...file, sent: 300 }]).outcome).toBe('pass');
  expect(judgeCompression([{ ...file, encoding: 'br' }]).outcome).toBe('pass');
  expect(judgeCaching('public, max-age=31536000, immutable').outcome).toBe('pass');
  for (const header of [undefined, 'no-cache', 'max-age=0', 'no-store, max-age=99999999'])
    expect(judgeCaching(header)).toMatchObject({ outcome: 'warn', lines: 'caching' });
});

test('frames, service workers and the clipboard', () => {
  const guard = new Map([['content-security-policy', "default-src 'self'; frame-ancestors 'none'"]]);
  expect(judgeFrame(false, guard).text).toContain("frame-ancestors 'none'");
  expect(judgeFrame(true, guard).outcome).toBe('warn');
  const root = 'https://docs.example/leak-lab/';
  const script = 'https://docs.example/sw.js';
  expect(judgeOffline(root, { script, scope: 'https://docs.example/' }).outcome).toBe('warn');
  expect(judgeOffline(root, { script, scope: root }).outcome).toBe('pass');
  const all = { isSecure: true, hasClipboard: true, handsFiles: true };
  expect(judgeClipboard(all).outcome).toBe('pass');
  expect(judgeClipboard({ ...all, isSecure: false, hasClipboard: false }).ask).toContain('https');
});
