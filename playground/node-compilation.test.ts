import { expect, it } from 'vitest';
import { compileInThread } from './node-compilation.ts';
import { programWith } from './run-for-tests.ts';

const never = new AbortController().signal;

it('compiles in a thread as it does anywhere', async () => {
  const compilation = await compileInThread(programWith({}), 'mine.ts', { limitMs: 2 ** 30, signal: never });
  expect(compilation?.compiled?.sites.map(({ name }) => name)).toContain('CnchServerResource');
});

it('gives up a compiler that does not finish, and says so where the program is at fault', async () => {
  const compilation = await compileInThread(programWith({}), 'mine.ts', { limitMs: 1, signal: never });
  expect(compilation?.compiled).toBeUndefined();
  expect(compilation?.diagnostics).toMatchObject([
    { severity: 'error', message: expect.stringContaining('The compiler did not finish within 0.001 s.') },
  ]);
});

it('can be interrupted', async () => {
  const signal = AbortSignal.abort({ type: 'interrupted' });
  expect(await compileInThread(programWith({}), 'mine.ts', { limitMs: 2 ** 30, signal })).toBeUndefined();
});
