import { beforeEach, expect, test, vi } from 'vitest';

import { createProgramChoice } from './program.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('an edit of a given program becomes mine, and a reload brings it back into view', () => {
  createProgramChoice('s').edit('my code');
  const reloaded = createProgramChoice('s');
  reloaded.restore();
  expect(reloaded.shown.value).toBe('mine');
  expect(reloaded.mine.value).toBe('my code');
});

test('a new start from a given program keeps the earlier version within reach', () => {
  const choice = createProgramChoice('s');
  choice.edit('first');
  choice.show('fixed');
  choice.edit('second');
  expect(choice.earlier.value).toBe('first');
  choice.bringBack();
  expect(choice.mine.value).toBe('first');
  expect(choice.earlier.value).toBe('second');
});

test('looking at the contract does not change which program runs', () => {
  const choice = createProgramChoice('s');
  choice.show('fixed');
  choice.show('contract');
  expect(choice.chosen.value).toBe('fixed');
});

test('storage of another version of the site, or none at all, is no error', () => {
  localStorage.setItem('leak-lab:mine:s', '{"source": 7}');
  const choice = createProgramChoice('s');
  choice.restore();
  expect(choice.mine.value).toBeUndefined();
  vi.stubGlobal('localStorage', undefined);
  choice.edit('kept for as long as the page');
  expect(choice.mine.value).toBe('kept for as long as the page');
});
