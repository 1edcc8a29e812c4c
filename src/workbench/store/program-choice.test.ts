/** No version of a reader's program is lost: by a reset, a new start, another tab, or a browser that keeps nothing. */

import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { longestSource } from '#playground/compiler/options.ts';
import { longestKept } from './kept-program.ts';
import { createProgramChoice, type ProgramChoice } from './program-choice.ts';

const key = 'leak-lab/program/s';
const listeners = new Set<(event: { readonly key: string; readonly persisted?: boolean }) => void>();

beforeEach(() => {
  const kept = new Map<string, string>();
  listeners.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
    length: 1,
  });
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    if (type === 'storage') listeners.add(listener);
  });
});

/** A page that has just been opened. */
function opened(): ProgramChoice {
  const choice = createProgramChoice('s');
  choice.restore();
  return choice;
}

/** Lets all pages hear that storage has changed; a browser leaves out the page that changed it. */
function tellAll(): void {
  for (const listener of listeners) listener({ key });
}

/** All versions that can be had back, the present one first. */
function allOf(choice: ProgramChoice): readonly (string | undefined)[] {
  const found: (string | undefined)[] = [choice.mine.value];
  while (choice.earlier.value !== undefined && !found.includes(choice.earlier.value)) {
    choice.bringBack();
    found.push(choice.mine.value);
  }
  return found;
}

const stored = (): unknown => JSON.parse(localStorage.getItem(key) ?? 'null');

describe('an edit', () => {
  test('of a given program becomes mine, and a reload brings it back into view', () => {
    opened().edit('my code');
    const reloaded = opened();
    expect(reloaded.shown.value).toBe('mine');
    expect(reloaded.mine.value).toBe('my code');
  });

  test('of a given program keeps the versions before within reach, also after a reload', () => {
    const choice = opened();
    for (const source of ['first', 'second', 'third', 'fourth']) {
      choice.show('leaky');
      choice.edit(source);
    }
    expect(allOf(opened())).toEqual(['fourth', 'third', 'second', 'first']);
  });

  test('of mine goes on with the same version', () => {
    const choice = opened();
    choice.edit('m');
    choice.edit('my');
    expect(choice.earlier.value).toBeUndefined();
  });
});

test('what was mine is not lost by trying all that one can start from', () => {
  const choice = opened();
  choice.edit('my own');
  for (let round = 0; round < 30; round++) choice.startFrom(`given ${round % 8}`);
  expect(allOf(choice)).toContain('my own');
});

test('two versions take turns', () => {
  const choice = opened();
  choice.edit('first');
  choice.show('fixed');
  choice.edit('second');
  choice.bringBack();
  expect([choice.mine.value, choice.earlier.value]).toEqual(['first', 'second']);
  choice.bringBack();
  expect([choice.mine.value, choice.earlier.value]).toEqual(['second', 'first']);
});

describe('a reset', () => {
  test('shows the leaky program and can be undone', () => {
    const choice = opened();
    choice.edit('my code');
    choice.reset();
    expect([choice.mine.value, choice.shown.value, choice.notice.value]).toEqual([
      undefined,
      'leaky',
      'reset',
    ]);
    choice.bringBack();
    expect([choice.mine.value, choice.shown.value, choice.notice.value]).toEqual([
      'my code',
      'mine',
      undefined,
    ]);
  });

  test('loses nothing, twice and after a reload', () => {
    const choice = opened();
    choice.edit('first');
    choice.reset();
    choice.edit('second');
    choice.reset();
    const reloaded = opened();
    expect(reloaded.mine.value).toBeUndefined();
    expect(allOf(reloaded)).toEqual([undefined, 'second', 'first']);
  });
});

test('looking at the contract does not change which program runs', () => {
  const choice = opened();
  choice.show('fixed');
  choice.show('contract');
  expect(choice.chosen.value).toBe('fixed');
});

describe('in two tabs', () => {
  test('what the other one writes is an earlier version here, and is said to be', () => {
    const [here, there] = [opened(), opened()];
    here.edit('here');
    there.edit('there');
    tellAll();
    expect([here.mine.value, here.earlier.value, here.notice.value]).toEqual(['here', 'there', 'elsewhere']);
    here.edit('here again');
    expect(here.notice.value).toBe('elsewhere');
    expect(allOf(opened())).toEqual(['here again', 'there']);
  });

  test('each key that is pressed in the other one does not push out what is here', () => {
    const [here, there] = [opened(), opened()];
    for (const source of ['one', 'two', 'three']) {
      here.show('leaky');
      here.edit(source);
    }
    tellAll();
    there.show('leaky');
    const typed = 'a program that somebody types';
    for (let length = 1; length <= typed.length; length++) {
      there.edit(typed.slice(0, length));
      tellAll();
    }
    expect(allOf(here)).toEqual(['three', typed, 'two', 'one']);
    expect(allOf(there)).toEqual(expect.arrayContaining([typed, 'three', 'two', 'one']));
  });

  test('nothing is lost where one writes before it has heard of the other', () => {
    const [here, there] = [opened(), opened()];
    here.edit('here');
    there.edit('there');
    here.edit('here again');
    expect(allOf(opened())).toEqual(['here again', 'there']);
  });

  test('looking at another program here leaves what the other one has written', () => {
    const here = opened();
    opened().edit('there');
    here.show('fixed');
    expect(opened().mine.value).toBe('there');
  });

  test('a reset there leaves mine here, and says nothing', () => {
    opened().edit('mine');
    const [here, there] = [opened(), opened()];
    there.reset();
    tellAll();
    expect([here.mine.value, here.notice.value]).toEqual(['mine', undefined]);
  });

  test('whatever is done in which tab, the last three texts of each can be had back', () => {
    const step = fc.record({ here: fc.boolean(), heard: fc.boolean(), reset: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        localStorage.removeItem(key);
        listeners.clear();
        const tabs = [opened(), opened()] as const;
        const written: string[] = [];
        for (const { here, heard, reset } of steps) {
          const tab = tabs[here ? 0 : 1];
          if (reset) tab.reset();
          else {
            tab.show('leaky');
            written.push(`text ${written.length}`);
            tab.edit(written.at(-1) ?? '');
          }
          if (heard) tellAll();
        }
        expect(allOf(opened())).toEqual(expect.arrayContaining(written.slice(-3)));
      }),
    );
  });
});

describe('what is in storage already', () => {
  test.each(['{"source": 7}', 'broken{', 'null', '[]', '{"v":3,"source":"later"}', '[[{"v":2}]]', '{"v":2'])(
    '%s is no program, and stays there beside what is written',
    (text) => {
      localStorage.setItem(key, text);
      const choice = opened();
      expect(choice.mine.value).toBeUndefined();
      choice.edit('mine');
      choice.edit('mine again');
      expect(opened().mine.value).toBe('mine again');
      const values = text.endsWith('}') && !text.includes('2') ? [JSON.parse(text) as unknown] : [];
      expect(stored()).toEqual(expect.arrayContaining(values));
    },
  );

  test('any text can be read, and be written to', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.setItem(key, text);
        const choice = opened();
        for (const version of allOf(choice)) expect(['string', 'undefined']).toContain(typeof version);
        choice.edit('mine');
        expect(opened().mine.value).toBe('mine');
      }),
    );
  });
});

describe('what an earlier version of the site has kept', () => {
  const before = 'leak-lab:mine:s';
  const literal = '[{"v":2,"mine":"my code","earlier":["second","first"],"shown":true}]';

  test('is read once, written anew and then removed', () => {
    localStorage.setItem(before, literal);
    const choice = opened();
    expect(choice.shown.value).toBe('mine');
    expect(allOf(choice)).toEqual(['my code', 'second', 'first']);
    expect(localStorage.getItem(before)).toBeNull();
    expect(allOf(opened())).toEqual(expect.arrayContaining(['my code', 'second', 'first']));
  });

  test('may be of the first format, of which what is broken is left out', () => {
    localStorage.setItem(before, '{"source":"old","earlier":"older","shown":true}');
    const choice = opened();
    expect([choice.mine.value, choice.earlier.value, choice.shown.value]).toEqual(['old', 'older', 'mine']);
    expect(stored()).toEqual([{ v: 2, mine: 'old', earlier: ['older'], shown: true }]);
    localStorage.removeItem(key);
    localStorage.setItem(before, '{"source":"old","earlier":5,"shown":"yes"}');
    expect([opened().earlier.value, opened().shown.value]).toEqual([undefined, 'leaky']);
  });

  test('stays beside what is written where it cannot be read', () => {
    localStorage.setItem(before, '{"v":9,"text":"later"}');
    opened().edit('mine');
    expect(stored()).toEqual([{ v: 9, text: 'later' }, expect.objectContaining({ mine: 'mine' })]);
    expect(localStorage.getItem(before)).toBeNull();
  });

  test('comes into a page of today from one of that version that still stands open', () => {
    const here = opened();
    here.edit('here');
    localStorage.setItem(before, '[{"v":2,"mine":"there","earlier":[],"shown":true}]');
    for (const listener of listeners) listener({ key: before });
    expect([here.mine.value, here.earlier.value, here.notice.value]).toEqual(['here', 'there', 'elsewhere']);
    expect(allOf(opened())).toEqual(['there', 'here']);
  });

  test('is edited where there is no room for both', () => {
    localStorage.setItem(before, literal);
    const { setItem } = localStorage;
    localStorage.setItem = (name, value) => {
      if (name === key) throw new DOMException('no room', 'QuotaExceededError');
      setItem(name, value);
    };
    const choice = opened();
    choice.edit('my new code');
    expect(choice.notKept.value).toBeUndefined();
    localStorage.setItem = setItem;
    expect(allOf(opened())).toEqual(['my new code', 'second', 'first']);
    expect(localStorage.getItem(before)).toBeNull();
  });

  test('may be any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.removeItem(key);
        localStorage.setItem(before, text);
        opened().edit('mine');
        expect(opened().mine.value).toBe('mine');
      }),
    );
  });
});

describe('where nothing is kept', () => {
  test('an edit lasts as long as the page, and is said to', () => {
    vi.stubGlobal('localStorage', undefined);
    const choice = createProgramChoice('refused');
    choice.restore();
    expect(choice.notKept.value).toBe('refused');
    choice.edit('mine');
    choice.reset();
    choice.bringBack();
    expect([choice.mine.value, choice.notKept.value]).toEqual(['mine', 'refused']);
  });

  test('a full storage is named as one, until there is room again', () => {
    const choice = opened();
    let isFull = true;
    const { setItem } = localStorage;
    localStorage.setItem = (name, value) => {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError');
      setItem(name, value);
    };
    choice.edit('mine');
    expect(choice.notKept.value).toBe('full');
    isFull = false;
    choice.edit('mine again');
    expect(choice.notKept.value).toBeUndefined();
    expect(opened().mine.value).toBe('mine again');
  });

  test('a source that no compiler takes is not kept either, now or as an earlier version', () => {
    const choice = opened();
    choice.edit('short');
    choice.edit('x'.repeat(longestKept + 1));
    expect(choice.notKept.value).toBe('too large');
    expect(opened().mine.value).toBe('short');
    choice.startFrom('given');
    expect(choice.notKept.value).toBeUndefined();
    expect(localStorage.getItem(key)?.length).toBeLessThan(1000);
    expect(longestKept).toBe(longestSource);
  });
});
