import { expect, test } from 'vitest';

import { createCompileQueue } from './compile-queue.ts';

const done = { runnable: false, diagnostics: [] } as const;

test('of a burst of edits only the first and the newest are compiled, and only the newest counts', async () => {
  const compiled: string[] = [];
  const queue = createCompileQueue(async (source) => {
    compiled.push(source);
    await Promise.resolve();
    return done;
  });
  const answers = [queue.compile('a')];
  await Promise.resolve();
  answers.push(queue.compile('b'), queue.compile('c'));
  expect(await Promise.all(answers)).toEqual([undefined, undefined, done]);
  expect(compiled).toEqual(['a', 'c']);
});

test('a compilation that fails does not stop the next one', async () => {
  let broken = true;
  const queue = createCompileQueue(() =>
    broken ? Promise.reject(new Error('no worker')) : Promise.resolve(done),
  );
  await expect(queue.compile('a')).rejects.toThrow('no worker');
  broken = false;
  expect(await queue.compile('b')).toBe(done);
});
