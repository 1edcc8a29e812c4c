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

test('a compilation is called off at once, and the next one does not wait for it', async () => {
  const off: string[] = [];
  const began = Promise.withResolvers<undefined>();
  const queue = createCompileQueue((source, calledOff) => {
    if (source === 'good') return Promise.resolve(done);
    began.resolve(undefined);
    void calledOff.then(() => off.push(source));
    return new Promise(() => undefined);
  });
  const answers = [queue.compile('endless')];
  await began.promise;
  answers.push(queue.compile('waiting'));
  queue.callOff();
  expect(await Promise.all(answers)).toEqual([undefined, undefined]);
  expect(off).toEqual(['endless']);
  expect(await queue.compile('good')).toBe(done);
});
