/** What a page may load and run. */

import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { policyFor, withPolicy } from './content-security-policy.ts';

const hash = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

test('an inline script may run, by its exact text and no other', () => {
  const policy = policyFor('<head></head><script>one()</script>');
  expect(policy).toContain(hash('one()'));
  expect(policy).not.toContain(hash('two()'));
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

test('scripts with an address and data blocks add nothing to the policy', () => {
  const page =
    '<head></head><script type="module" src="/a.js"></script><script type="application/json">{}</script>';
  expect(policyFor(page)).not.toContain('sha256');
});

test('the policy names no other origin', () => {
  expect(policyFor('<head></head>')).not.toMatch(/https?:|\*/);
});

test('the policy comes before the first script', () => {
  const page = withPolicy('<html><head><meta charset="utf-8"/><script>one()</script></head></html>');
  expect(page.indexOf('content-security-policy')).toBeLessThan(page.indexOf('<script>'));
  expect(page).toContain('<meta charset="utf-8"/><meta http-equiv');
});

test('a page without a head stops the build', () => {
  expect(() => withPolicy('<p>no head</p>')).toThrow('security policy');
});
