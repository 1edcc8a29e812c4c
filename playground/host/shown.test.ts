/** Whatever a program writes, what leaves the machine can be shown: it is short, and no screen acts on it. */

import { expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';

const odd = 'a\\u001b[31m\\u0007\\u0000\\u009b\\u202eb\\u2066c\\u2028\\ud800d';
const unshown = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
};

test.each([
  ['console', `console.log(odd, { [odd]: odd }, new Error(odd)); console.warn(big);`],
  ['channels', "server.log.open(odd + id).write({ level: 'debug', text: 'x' }); server.log.open(big + id);"],
  ['lines', 'this.#log(odd); this.#log(big);'],
  ['levels', 'this.#channel.write({ level: odd, text: `${id}` } as never);'],
  [
    'breaches',
    'const c = server.log.open(odd + big); c.close(); c.close(); c.write({ level: "debug", text: odd });',
  ],
  ['locks', 'server.mutex(odd).hold(() => 0); server.mutex(big).hold(() => 0);'],
  ['classes', 'new ({ [odd]: class { static readonly n = odd; } })[odd]!();'],
  ['errors', 'throw new Error(odd + big);'],
  ['causes', 'throw new Error(odd, { cause: new Error(odd + big) });'],
  ['rejections', 'void Promise.reject(odd + big);'],
  ['microtasks', 'queueMicrotask(() => { throw odd + big; });'],
  ['timers', 'setTimeout(() => { throw Object.assign(new Error(odd), { name: odd }); }, 1);'],
])('in %s', async (_, construct) => {
  const top = `const odd = '${odd}'; const big = odd.repeat(50_000); void big;`;
  const run = await runSource(programWith({ top, construct }), { transactions: 40 });
  const texts = textsIn(run);
  expect(texts.filter((text) => unshown.test(text))).toEqual([]);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(20_000);
  expect(texts.some((text) => text.includes('\\u{1b}[31m'))).toBe(!['classes'].includes(_));
});

test('line breaks and tabs stay, and characters are not cut in two', async () => {
  const construct = "console.log('one\\n\\ttwo'); console.log('x' + '🚀'.repeat(2_000));";
  const { console } = await runSource(programWith({ construct }), { transactions: 20 });
  expect(console[0]?.text).toBe('one\n\ttwo');
  expect(console[1]?.text).toMatch(/^x🚀+…$/u);
});

test('locks whose names look the same count together', async () => {
  const construct = "for (const end of ['1', '2']) server.mutex('n'.repeat(3_000) + end).hold(() => 0);";
  const { locks } = await runSource(programWith({ construct }), { transactions: 20 });
  expect(Object.values(locks).map(({ acquisitions }) => acquisitions)).toEqual([40]);
});
