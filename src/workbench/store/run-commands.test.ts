/** What Run, Stop and an edit do, with the real compiler and machine. */

import { afterAll, expect, test, vi } from 'vitest';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { programWith, shortWorkload } from '#playground/testing/run-for-tests.ts';
import { readProgram } from '#playground/node/programs.ts';
import { closeMachine, openPlayground, scenario, server } from '../testing/playground.ts';
import type { PlaygroundStore } from './playground-store.ts';
import type { Phase } from './runs.ts';

afterAll(closeMachine);

const patience = { timeout: 100_000 };

function reach({ runs }: PlaygroundStore, wanted: Phase): Promise<void> {
  return vi.waitFor(() => expect(runs.phase.value).toBe(wanted), patience);
}

/** Asks for a run of mine, and waits until the compiler has its text but has not answered. */
async function compiling(store: PlaygroundStore, source: string): Promise<{ readonly run: Promise<void> }> {
  await Promise.all([store.lab.load(), import('./machine.ts')]);
  store.edit(source);
  const run = store.run();
  // The compiler answers in a task of its own.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  expect(store.runs.phase.value).toBe('compiling');
  return { run };
}

/** A program that writes its name, and says so. */
const saying = (name: string) => programWith({ top: `console.log('${name}');` });
const saidBy = ({ runs }: PlaygroundStore) => runs.written.value.console.map(({ text }) => text);

test('a given program runs as it came, and is said to be given', async () => {
  const store = openPlayground();
  await store.run();
  expect(store.runs.current.value).toMatchObject({
    program: 'leaky',
    given: true,
    source: await readProgram(scenario, 'leaky'),
    workload: shortWorkload,
  });
  await reach(store, 'finished');
  expect(store.runs.current.value?.result?.verdict.leakFree).toBe(false);
  expect(store.runs.current.value?.result?.checks.length).toBeGreaterThan(0);
});

test('my own program runs with the text that it had when it began', async () => {
  const store = openPlayground();
  store.edit(saying('first'));
  await store.run();
  store.edit(saying('second'));
  expect(store.runs.current.value).toMatchObject({ program: 'mine', given: false, source: saying('first') });
  await vi.waitFor(() => expect(saidBy(store)).toContain('first'), patience);
  store.stop();
  await reach(store, 'stopped');
});

test('a given program that differs in comments alone is given, whatever it is called', async () => {
  const store = openPlayground();
  store.edit(`// mine\n${await readProgram(scenario, 'fixed')}`);
  await store.run();
  expect(store.runs.current.value).toMatchObject({ program: 'mine', given: true });
  store.stop();
});

test('one of the scenario’s further programs becomes mine', async () => {
  const store = openPlayground();
  const { others } = await server.file;
  const name = Object.keys(others).find((each) => each.startsWith('wrong-')) ?? '';
  const source = await readProgram(scenario, name);
  await store.startFrom(name);
  expect([store.choice.shown.value, store.choice.mine.value]).toEqual(['mine', source]);
  await store.startFrom('of no such name');
  expect(store.choice.mine.value).toBe(source);
});

test('an edit that is not to be run is looked through for mistakes, and runs nothing', async () => {
  const store = openPlayground();
  store.edit(`${saying('mine')}\nconst wrong: number = 'text';`);
  const line = saying('mine').split('\n').length + 1;
  await vi.waitFor(() => expect(store.diagnosis.problems.value).toMatchObject([{ line }]), patience);
  expect(store.runs.phase.value).toBe('idle');
  store.edit(saying('mine'));
  await vi.waitFor(() => expect(store.diagnosis.problems.value).toEqual([]), patience);
});

test('where edits run as they are typed, the newest one does', async () => {
  const store = openPlayground();
  store.runsAsTyped.value = true;
  for (const name of ['one', 'two', 'three']) store.edit(saying(name));
  expect(store.runs.phase.value).toBe('compiling');
  await vi.waitFor(() => expect(saidBy(store)).toContain('three'), patience);
  expect(store.runs.current.value?.source).toBe(saying('three'));
  expect(saidBy(store)).not.toContain('one');
  store.stop();
});

test('an edit while Run compiles is what Run runs', async () => {
  const store = openPlayground();
  const asked = await compiling(store, saying('before'));
  store.edit(saying('after'));
  await asked.run;
  await reach(store, 'running');
  expect(store.runs.current.value?.source).toBe(saying('after'));
  store.stop();
});

test('a program that does not compile does not run, and its mistake has a line', async () => {
  const store = openPlayground();
  store.edit('let a = ;');
  await store.run();
  expect([store.runs.phase.value, store.runs.refused.value]).toEqual(['failed', true]);
  expect(store.runs.current.value).toBeUndefined();
  expect(store.diagnosis.problems.value[0]).toMatchObject({ severity: 'error', line: 1 });
  expect(store.trouble.value).toBeUndefined();
});

test('a stop while Run compiles ends it before it runs, and nothing more is said of the program', async () => {
  const store = openPlayground();
  const asked = await compiling(store, 'let a = ;');
  store.stop();
  await asked.run;
  expect(store.diagnosis.problems.value).toEqual([]);
  expect(store.runs.phase.value).toBe('stopped');
  expect(store.runs.current.value).toBeUndefined();
});

test('a field that does not work is named before anything is fetched', async () => {
  const store = openPlayground();
  store.form.typed.transactions.value = 'many';
  await store.run();
  expect(store.trouble.value).toBe(workbenchWords().workload.fix);
  expect([store.runs.phase.value, store.lab.file.value]).toEqual(['idle', undefined]);
  store.form.typed.transactions.value = '100';
  await store.run();
  expect(store.trouble.value).toBeUndefined();
  expect(store.runs.current.value?.workload.transactions).toBe(100);
  store.stop();
});

test('a trial runs the program that a check refused, under exactly the check’s workload', async () => {
  const store = openPlayground();
  store.edit(saying('mine'));
  const trial = { ...shortWorkload, transactions: 333, seed: 99 };
  await store.runTrial('fixed', trial);
  expect(store.choice.chosen.value).toBe('fixed');
  expect(store.runs.current.value).toMatchObject({ program: 'fixed', workload: trial });
  store.stop();
});

test('a file that cannot be had is no fault of the program, and may be had the next time', async () => {
  const store = openPlayground();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await store.run();
  expect([store.runs.phase.value, store.runs.refused.value]).toEqual(['failed', true]);
  expect(store.trouble.value).toContain(workbenchWords().unreachable.connection);
  expect(store.diagnosis.problems.value).toEqual([]);
  vi.stubGlobal('fetch', fetch);
  await store.run();
  expect([store.trouble.value, store.runs.phase.value]).toEqual([undefined, 'running']);
  store.stop();
});
