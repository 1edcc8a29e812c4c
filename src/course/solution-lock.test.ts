/** A solution opens by a pass, or by choice, and by nothing else that storage may hold. */

import { beforeEach, expect, test, vi } from 'vitest';

import type { ProgressEvent } from './progress-event.ts';
import { record } from './progress.ts';
import { isUnlocked, whenUnlocked } from './solution-lock.ts';

const key = 'leak-lab/progress/events';
const event = { v: 2, at: 1, type: 'passed', chapter: 'course/03-x', scenario: 'c', value: '' } as const;
const nowhere = { querySelector: () => null };
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map<string, string>();
  const page = new EventTarget();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: 'course/03-x' } }) });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
});

test.each<[string, ProgressEvent, boolean]>([
  ['a pass', event, true],
  ['a solution that was shown', { ...event, type: 'shown' }, true],
  ['a pass in another chapter of the same scenario', { ...event, chapter: 'course/02-y' }, true],
  ['a pass of another scenario', { ...event, scenario: 'd' }, false],
  ['all checks passed in a try', { ...event, type: 'attempted', value: '8/8' }, false],
  ['hints that are open', { ...event, type: 'opened', value: '0,1,2,3' }, false],
  ['a pass of a free playground', { v: 2, at: 1, type: 'passed', scenario: 'c', value: '' }, false],
])('by %s', (_, stored, opens) => {
  kept.set(key, JSON.stringify([stored]));
  expect(isUnlocked('c')).toBe(opens);
});

test('it opens once, when that happens, or at once where it has', () => {
  const unlock = vi.fn();
  whenUnlocked('c', unlock);
  record({ type: 'attempted', scenario: 'c', value: '1/8' }, nowhere);
  expect(unlock).not.toHaveBeenCalled();
  record({ type: 'shown', scenario: 'c', value: '' }, nowhere);
  record({ type: 'passed', scenario: 'c', value: '' }, nowhere);
  expect(unlock).toHaveBeenCalledTimes(1);
  whenUnlocked('c', unlock);
  expect(unlock).toHaveBeenCalledTimes(2);
});
