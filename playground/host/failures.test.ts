/** What goes wrong is told as what it is: by its kind, in its own words, and with its line and its transaction. */

import { describe, expect, test } from 'vitest';
import { wordedFailure } from '../node/lab-json.ts';
import { programWith, runSource } from '../testing/run-for-tests.ts';

const failureIn = async (construct: string, top = '') => {
  const source = programWith({ top, construct: `if (server) { ${construct} }` });
  const { failure } = await runSource(source, { transactions: 20, concurrency: 1 });
  const line = source.split('\n')[(failure?.line ?? 0) - 1] ?? '';
  return { ...(failure && wordedFailure(failure)), at: line };
};

describe('a kind is never guessed from words', () => {
  const words = [
    'out of memory',
    'interrupted',
    'InternalError: out of memory',
    'Maximum call stack size exceeded',
  ];
  const throws = (error: string): readonly (readonly [string, string])[] => [
    ['a call', `throw ${error};`],
    ['a promise', `void Promise.reject(${error});`],
    ['an asynchronous function', `void (async () => { await null; throw ${error}; })();`],
    ['a microtask', `queueMicrotask(() => { throw ${error}; });`],
    ['a timer', `setTimeout(() => { throw ${error}; }, 1);`],
    ['a getter', `void ({ get x() { throw ${error}; } }).x;`],
    ['toString', `String({ toString() { throw ${error}; } });`],
    ['JSON', `JSON.stringify({ toJSON() { throw ${error}; } });`],
  ];
  const named = "Object.assign(new Error('out of memory'), { name: 'InternalError' })";
  test.each<readonly [string, string]>([
    ...words.flatMap((text) => throws(`new Error('${text}')`)),
    ...throws(named),
    [
      'a class of that name',
      "class InternalError extends Error {} throw new InternalError('out of memory');",
    ],
    [
      'an error that only reads so',
      "throw Object.create(Error.prototype, { message: { value: 'out of memory' } });",
    ],
    ['a text', "throw 'InternalError: out of memory';"],
    ['a cause', "throw new Error('x', { cause: new Error('out of memory') });"],
    ['a thenable', "return { then() { throw new Error('interrupted'); } } as any;"],
  ])('in %s: %s', async (_, construct) => {
    expect((await failureIn(construct)).kind).toBe(construct.startsWith('return') ? 'contract' : 'runtime');
  });

  test('whoever asks for the engine’s own class of errors gets none', async () => {
    const given = await failureIn("throw new (globalThis as any).InternalError('out of memory');");
    expect(given.kind).toBe('runtime');
  });

  test('what really exhausts the memory is told so, with its line', async () => {
    const given = await failureIn('void new ArrayBuffer(2 ** 31 - 1); /* here */');
    expect(given).toMatchObject({ kind: 'out-of-memory', transaction: 1 });
    expect(given.at).toContain('/* here */');
  });
});

describe('endless recursion', () => {
  const here = '/* here */';
  test.each([
    ['in calls', `const down = (): number => down() + 1; ${here}`, 'down();'],
    ['in getters', `const o = { get x(): number { return this.x; } }; ${here}`, 'void o.x;'],
    ['in toString', `const o = { toString(): string { return '' + this; } }; ${here}`, 'String(o);'],
    [
      'in toJSON',
      `const o = { toJSON(): unknown { return JSON.stringify(o); } }; ${here}`,
      'JSON.stringify(o);',
    ],
    ['in a proxy', `const o: any = new Proxy({}, { get: (_, key) => o[key] }); ${here}`, 'void o.x;'],
    ['in constructors', `class A { constructor() { new A(); } } ${here}`, 'new A();'],
    [
      'in asynchronous functions',
      `const down = async (): Promise<void> => { await down(); }; ${here}`,
      'void down();',
    ],
    ['in a callback', `const down = (): void => { [1].map(down); }; ${here}`, 'down();'],
  ])('%s tells its line, and can be caught', async (_, top, construct) => {
    const given = await failureIn(construct, top);
    expect(given).toMatchObject({ kind: 'runtime', transaction: 1 });
    expect(given.message).toMatch(/call stack/);
    expect(given.at).toContain(here);
    const caught = construct.startsWith('void down')
      ? 'down().catch(() => {});'
      : `try { ${construct} } catch {}`;
    expect((await failureIn(caught, top)).kind).toBeUndefined();
  });

  test('within what is native tells its line as well', async () => {
    const given = await failureIn("JSON.parse('['.repeat(1e6)); /* here */");
    expect(given).toMatchObject({ kind: 'runtime', transaction: 1 });
    expect(given.at).toContain('/* here */');
  });
});

describe('an error tells', () => {
  test.each([
    [
      'its cause',
      "throw new Error('outer', { cause: new TypeError('inner') });",
      /outer .*; caused by TypeError: inner/,
    ],
    [
      'the cause of its cause, and no more than can be read',
      "let e = new Error('0'); for (let n = 1; n < 100; n++) e = new Error(`${n}`, { cause: e }); throw e;",
      /Error: 99 .*; caused by Error: 98; caused by Error: 97[^0]*$/,
    ],
    [
      'a cause that is itself',
      "const e = new Error('round'); e.cause = e; throw e;",
      /round .*; caused by Error: round/,
    ],
    [
      'both that a disposal threw and that it came upon',
      "using x = { [Symbol.dispose]() { throw new Error('second'); } }; void x; throw new Error('first');",
      /first there was Error: first; then came Error: second/,
    ],
    [
      'the first of several',
      "throw new AggregateError([1, 2, 3, 4, 5].map((n) => new Error(`number ${n}`)), 'all');",
      /all .*of these: Error: number 1; Error: number 2; Error: number 3; and 2 more/,
    ],
    ['null', 'throw null;', /^null was thrown, which is not an Error/],
    [
      'a rejection with null',
      'void Promise.reject(null);',
      /^null was given as the reason, which is not an Error/,
    ],
    ['a rejection with nothing', 'void Promise.reject();', /^undefined was given as the reason/],
    ['a text', "throw 'broken';", /^"broken" was thrown, which is not an Error/],
    ['a microtask', "queueMicrotask(() => { throw new Error('late'); });", /^Error: late \(in a microtask\)/],
  ])('%s', async (_, construct, message) => {
    const given = await failureIn(construct);
    expect(given.message).toMatch(message);
    expect(given).toMatchObject({ kind: 'runtime', transaction: 1 });
    if (/new \w*Error/.test(construct)) expect(given.at).toMatch(/throw/);
  });

  test('its line whatever the program wrote over its stack', async () => {
    const given = await failureIn(
      "const e = new Error('x'); e.stack = 'at (program:1:1)'; throw e; /* here */",
    );
    expect(given.at).toContain('/* here */');
  });

  test.each([
    ['a message of 6 MB', "throw new Error('x'.repeat(3e6));"],
    ['a name of 6 MB', "throw Object.assign(new Error('x'), { name: 'n'.repeat(3e6) });"],
    ['a rejection with 6 MB', "void Promise.reject('x'.repeat(3e6));"],
    ['6 MB in a microtask', "queueMicrotask(() => { throw new Error('x'.repeat(3e6)); });"],
    ['a cause of 6 MB', "throw new Error('x', { cause: 'c'.repeat(3e6) });"],
    ['a stack of 6 MB', "const e = new Error('x'); e.stack = 's'.repeat(3e6); throw e;"],
  ])('no more than can be read of %s', async (_, construct) => {
    const given = await failureIn(construct);
    expect(given.kind).toBe('runtime');
    expect(given.message?.length).toBeLessThan(2100);
  });
});

describe('nobody waits for', () => {
  test.each([
    ['a rejection whose text is a loop', 'void Promise.reject({ toString() { for (;;) {} } });'],
    ['a rejection whose text throws', "void Promise.reject({ toString() { throw new Error('no'); } });"],
  ])('%s', async (_, construct) => {
    expect(await failureIn(construct)).toMatchObject({ kind: 'runtime', transaction: 1 });
  });

  test.each([
    ['a loop after an await', 'async function spin() { await null; for (;;) {} /* here */ }', 'void spin();'],
    ['a loop of awaits', 'async function spin() { for (;;) await null; /* here */ }', 'void spin();'],
    ['microtasks without an end', 'const spin = (): void => queueMicrotask(spin); /* here */', 'spin();'],
    [
      'rejections without an end',
      "async function spin() { for (;;) { try { await Promise.reject('x'); } catch {} } } /* here */",
      'void spin();',
    ],
  ])('%s: it is ended, with its line', async (_, top, construct) => {
    const given = await failureIn(construct, top);
    expect(given.kind).toBe('timeout');
    expect(given.at).toContain('/* here */');
  });

  test('a top level that waits for more than a minute, and says so', async () => {
    const source = programWith({ top: 'await new Promise((done) => setTimeout(done, 65_000));' });
    const { failure } = await runSource(source, { transactions: 20 });
    expect(failure && wordedFailure(failure).message).toMatch(
      /after 60 seconds .* timers were still pending/,
    );
  });
});

test.each([
  'export const then = () => {};',
  'export function then(done: (value: unknown) => void) { done({ CnchServerResource: 5 }); }',
  'const later = () => {}; export { later as then };',
])('a program is no promise, whatever it exports: %s', async (top) => {
  const { failure, work } = await runSource(programWith({ top }), { transactions: 20 });
  expect(failure).toBeUndefined();
  expect(work.objects).toBe(20);
});
