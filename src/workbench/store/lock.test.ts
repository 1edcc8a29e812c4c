/** A locked program can be run and drawn, and nothing that says what it says is fetched before its challenge has ended. */

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { readProgram } from '#playground/node/programs.ts';
import { record } from '#src/course/progress.ts';
import { closeMachine, openPlayground, scenario, server } from '../testing/playground.ts';
import { sourceInView } from './editing.ts';
import type { PlaygroundStore } from './playground-store.ts';

afterAll(closeMachine);

const nowhere = { querySelector: () => null };
const textOfFixed = () => server.asked.filter((address) => address.includes('program.fixed'));

/** A chapter of a challenge, alive, in a browser with no progress yet. */
function openChapter(): PlaygroundStore {
  const store = openPlayground(true);
  vi.stubGlobal('document', {
    hidden: true,
    documentElement: { lang: 'en' },
    querySelector: () => ({ dataset: { slug: 'course/03-x' } }),
  });
  return store;
}

beforeEach(() => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
});

describe('while the challenge is open', () => {
  test('whatever a reader does with the leaky program, the fixed one is not fetched', async () => {
    const store = openChapter();
    store.lock.restore();
    store.lab.loadAhead();
    await store.lab.load();
    expect(await store.lab.loadFixed()).toBeUndefined();
    await store.run();
    store.stop();
    expect(server.asked).toEqual(['/lab/x.json']);
  });

  test('the fixed program runs unseen: its code alone is fetched, and the program in view stays', async () => {
    const store = openChapter();
    store.edit('// mine');
    await store.runFixed();
    expect(store.runs.current.value).toMatchObject({ program: 'fixed', given: true, source: '' });
    expect(store.choice.shown.value).toBe('mine');
    expect(textOfFixed()).toEqual([]);
    store.stop();
  });

  test('a trial of it brings nothing into view', async () => {
    const store = openChapter();
    await store.runTrial('fixed', store.form.own);
    expect(store.runs.current.value?.program).toBe('fixed');
    expect(store.choice.shown.value).toBe('leaky');
    store.stop();
  });
});

describe.each(['passed', 'shown'] as const)('once it is %s', (type) => {
  test('the fixed program opens at once, and its text comes to a page that is at work', async () => {
    const store = openChapter();
    store.lock.restore();
    await store.lab.load();
    record({ type, scenario, value: '' }, nowhere);
    expect(store.lock.isLocked.value).toBe(false);
    store.choice.show('fixed');
    const fixed = await readProgram(scenario, 'fixed');
    await vi.waitFor(() => expect(sourceInView(store)).toBe(fixed));
  });

  test('it is open after a reload, and its text waits until somebody wants it', () => {
    const before = openChapter();
    record({ type, scenario, value: '' }, nowhere);
    const { localStorage } = globalThis;
    const store = openChapter();
    vi.stubGlobal('localStorage', localStorage);
    expect([before, store].map(({ lock }) => lock.isLocked.value)).toEqual([true, true]);
    store.lock.restore();
    expect(store.lock.isLocked.value).toBe(false);
    expect(server.asked).toEqual([]);
  });
});

test('what was done in another challenge, or short of a pass, opens nothing', () => {
  const store = openChapter();
  store.lock.restore();
  record({ type: 'passed', scenario: 'another', value: '' }, nowhere);
  record({ type: 'attempted', scenario, value: '7/8' }, nowhere);
  record({ type: 'opened', scenario, value: '0,1,2,3' }, nowhere);
  expect(store.lock.isLocked.value).toBe(true);
});
