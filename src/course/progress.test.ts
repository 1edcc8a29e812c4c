/** Progress survives what browsers and other versions leave in storage. */

import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import type { RepeatableRun } from '#playground/learner-record/repeatable-run.ts';
import type { ProgressEvent } from './progress-event.ts';
import type * as Progress from './progress.ts';
import { withinCap, withLastRuns } from './progress.ts';

const key = 'leak-lab/progress/events';
const chapter = 'course/03-x';
type Of<Type> = ProgressEvent & { readonly type: Type };
const guessed = (over: Partial<Of<'predicted'>> = {}): Of<'predicted'> => ({
  v: 2,
  at: 1,
  type: 'predicted',
  chapter,
  question: 'q',
  value: '7',
  ...over,
});
const tried = (over: Partial<Of<'attempted'>> = {}): Of<'attempted'> => ({
  v: 2,
  at: 1,
  type: 'attempted',
  chapter,
  scenario: 'c',
  value: '1/2',
  ...over,
});
const pass = (over: Partial<Of<'passed'>> = {}): Of<'passed'> => ({
  v: 2,
  at: 1,
  type: 'passed',
  chapter,
  scenario: 'c',
  value: '7',
  ...over,
});
const answered = (right: boolean): ProgressEvent => ({
  v: 2,
  at: 1,
  type: 'answered',
  chapter,
  question: 'q',
  value: '7',
  right,
});
const passed = pass();
const run: RepeatableRun = {
  program: 'export {};',
  workload: { ...shortWorkload },
  scenarioHash: '0123456789',
  machineHash: '9876543210',
};
const entry = (known: ProgressEvent) => ({ raw: known, known });
const nowhere = { querySelector: () => null };
let kept: Map<string, string>;
let lastOf: typeof Progress.lastOf;
let readEvents: typeof Progress.readEvents;
let record: typeof Progress.record;

// Each on a page of its own, which remembers nothing of another's storage.
beforeEach(async () => {
  vi.resetModules();
  ({ lastOf, readEvents, record } = await import('./progress.ts'));
  kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
    length: 1,
  });
  vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: chapter } }) });
  vi.stubGlobal('dispatchEvent', () => true);
});

const stored = (): unknown => JSON.parse(localStorage.getItem(key) ?? '[]');

describe('stored events', () => {
  test.each(['', 'broken{', '42', '{"a":1}', 'null', '[[[]]]'])('%j is no progress, and no error', (text) => {
    localStorage.setItem(key, text);
    expect(readEvents()).toEqual([]);
  });

  test.each([
    ['a guess that is no number', guessed({ value: 'NaN' })],
    ['a guess of another kind', { ...guessed(), value: 7 }],
    ['a guess without a value', { ...guessed(), value: undefined }],
    ['an attempt without counts', tried({ value: 'five' })],
    ['a type that we do not know', { ...guessed(), type: 'hacked' }],
    ['a later version', { ...guessed(), v: 3 }],
    ['no name of a chapter', { ...guessed(), chapter: null }],
    ['a pass of nothing', { ...passed, scenario: undefined }],
  ])('%s is left out, and stays in storage when we write', (_, broken) => {
    localStorage.setItem(key, JSON.stringify([broken, passed]));
    expect(readEvents()).toEqual([passed]);
    record({ type: 'answered', question: 'q', value: '1', right: true }, nowhere);
    expect(stored()).toEqual([
      JSON.parse(JSON.stringify(broken)),
      passed,
      expect.objectContaining({ type: 'answered' }),
    ]);
  });

  test('keep what a later version adds to an event of ours', () => {
    localStorage.setItem(key, JSON.stringify([{ ...passed, medal: 'gold' }]));
    record({ type: 'predicted', question: 'q', value: '1' }, nowhere);
    expect(stored()).toContainEqual({ ...passed, medal: 'gold' });
  });

  test('whatever else stands there, nothing throws and no pass is lost', () => {
    fc.assert(
      fc.property(fc.array<unknown>(fc.jsonValue()), fc.nat(), (others, place) => {
        localStorage.setItem(key, JSON.stringify(others.toSpliced(place % (others.length + 1), 0, passed)));
        record({ type: 'attempted', scenario: 'c', value: '1/2' }, nowhere);
        expect(readEvents()).toContainEqual(passed);
        expect(stored()).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(others)) as unknown[]));
      }),
    );
  });

  test('any text at all can be read, and be written to', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.setItem(key, text);
        record({ type: 'passed', scenario: 'c', value: '' }, nowhere);
        expect(lastOf('passed', 'c')).toBeDefined();
      }),
    );
  });
});

describe('too many events', () => {
  const counted = (most: number, ...events: readonly ProgressEvent[]) =>
    withinCap(events.map(entry), most).map(({ known }) => known);

  test('push attempts out first, and never a pass', () => {
    const attempts = Array.from({ length: 50 }, (_, at) => tried({ at }));
    const guess = guessed();
    expect(counted(3, passed, guess, ...attempts)).toEqual([passed, guess, attempts.at(-1)]);
    expect(counted(1, passed, guess, ...attempts)).toEqual([passed]);
    expect(counted(0, passed, guess, ...attempts)).toEqual([passed]);
  });

  test('leave it told that a solution was shown', () => {
    const shown: ProgressEvent = { ...passed, type: 'shown' };
    expect(counted(0, tried(), shown)).toEqual([shown]);
  });

  test('keep one pass of each challenge, however often it was passed', () => {
    const again = Array.from({ length: 50 }, (_, at) => pass({ at }));
    const other = pass({ scenario: 'd' });
    expect(counted(1, passed, ...again, other)).toEqual([again.at(-1), other]);
  });

  test('leave a right answer, also when a wrong one came later', () => {
    const [right, wrong] = [answered(true), answered(false)];
    expect(counted(2, right, wrong, wrong)).toEqual([right, wrong]);
  });

  test('leave what is not ours, in its place', () => {
    const foreign = { raw: { v: 9 }, known: undefined };
    expect(withinCap([entry(guessed()), foreign, entry(passed)], 1)).toEqual([foreign, entry(passed)]);
  });

  test('of a reader who runs as they type do not push out a pass', () => {
    localStorage.setItem(
      key,
      JSON.stringify([passed, ...Array.from({ length: 2500 }, () => tried({ scenario: 'q' }))]),
    );
    record({ type: 'attempted', scenario: 'c', value: '0/6' }, nowhere);
    expect(readEvents()).toHaveLength(2000);
    expect(readEvents()[0]).toEqual(passed);
  });
});

describe('the run of a pass', () => {
  const again = { ...run, program: 'export const again = 1;' };

  test('is kept with it, for somebody to run it again', () => {
    record({ type: 'passed', scenario: 'c', value: 'a pool', run }, nowhere);
    const last = lastOf('passed', 'c');
    expect(last).toMatchObject({ chapter, scenario: 'c', value: 'a pool', run });
  });

  test('goes when the challenge is passed with the same program, or with two others, and the earlier pass stays', () => {
    const third = { ...run, program: 'export const third = 3;' };
    record({ type: 'passed', scenario: 'c', value: '', run }, nowhere);
    record({ type: 'passed', scenario: 'd', value: '', run }, nowhere);
    for (const next of [again, again, third])
      record({ type: 'passed', scenario: 'c', value: '', run: next }, nowhere);
    const runs = readEvents().map((event) => (event.type === 'passed' ? event.run : 'no pass'));
    expect(runs).toEqual([undefined, run, undefined, again, third]);
    expect(JSON.stringify(stored())).not.toContain('"run":null');
  });

  test('leaves what a later version has added to the earlier pass', () => {
    const raw = { ...pass({ run }), medal: 'gold' };
    const [first] = withLastRuns([{ raw, known: pass({ run }) }, entry(pass({ run }))]);
    expect(first?.raw).toEqual({ ...passed, medal: 'gold' });
  });

  test('that is broken or forged is left out, and the pass is still one', () => {
    localStorage.setItem(key, JSON.stringify([{ ...passed, run: { ...run, workload: { seed: 'none' } } }]));
    expect(readEvents()).toEqual([{ ...passed, run: undefined }]);
  });

  test('is given up where there is no room for it, and the pass is kept', () => {
    const { setItem } = localStorage;
    localStorage.setItem = (name, value) => {
      if (value.length > 500) throw new DOMException('no room', 'QuotaExceededError');
      setItem(name, value);
    };
    const long = { ...run, program: 'x'.repeat(1000) };
    record({ type: 'passed', scenario: 'c', value: '', run: long }, nowhere);
    expect(stored()).toEqual([expect.objectContaining({ type: 'passed', scenario: 'c' })]);
  });
});

test('a challenge is told by its scenario, whatever else a forged event of it says', () => {
  localStorage.setItem(key, JSON.stringify([{ ...passed, question: 'q' }]));
  expect([lastOf('passed', 'c')?.at, lastOf('passed', 'q')]).toEqual([1, undefined]);
});

describe('events of another place', () => {
  test('are not of this one, though they are about the same scenario', () => {
    localStorage.setItem(
      key,
      JSON.stringify([pass({ chapter: 'course/04-y' }), { ...passed, chapter: undefined }]),
    );
    expect(lastOf('passed', 'c')).toBeUndefined();
    vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: 'playground/c' } }) });
    expect(lastOf('passed', 'c')).toMatchObject({ scenario: 'c' });
  });

  test('are those of the free playground of another scenario', () => {
    vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: 'playground/c' } }) });
    record({ type: 'predicted', question: 'q', value: '1' }, nowhere);
    expect(stored()).toEqual([expect.objectContaining({ scenario: 'c', question: 'q' })]);
    vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: 'playground/d' } }) });
    expect(lastOf('predicted', 'q')).toBeUndefined();
  });
});

describe('what an earlier version of the site has kept', () => {
  const before = 'leak-lab/progress';
  const literal =
    '[{"v":1,"at":5,"type":"predicted","page":"/leak-lab/course/03-x/","what":"guess-how-many","value":"20"},' +
    '{"v":1,"at":6,"page":"/course/03-x/","type":"answered","what":"check-why","value":"1","right":true},' +
    '{"v":1,"at":7,"page":"/course/03-x/","type":"attempted","what":"c","value":"8/8"},' +
    '{"v":1,"at":8,"page":"/course/03-x/","type":"passed","what":"c","value":"a pool","medal":"gold"},' +
    '{"v":1,"at":9,"page":"/course/03-x/","type":"opened","what":"c","value":"0,1"}]';

  test('is read once, written anew by chapter and scenario, and then removed', () => {
    localStorage.setItem(before, literal);
    expect(lastOf('predicted', 'guess-how-many')).toMatchObject({ at: 5, value: '20' });
    expect(localStorage.getItem(before)).toBeNull();
    expect(stored()).toEqual([
      { v: 2, at: 5, type: 'predicted', chapter, question: 'guess-how-many', value: '20' },
      { v: 2, at: 6, type: 'answered', chapter, question: 'check-why', value: '1', right: true },
      { v: 2, at: 7, type: 'attempted', chapter, scenario: 'c', value: '8/8' },
      { v: 2, at: 8, type: 'passed', chapter, scenario: 'c', value: 'a pool', medal: 'gold' },
      { v: 2, at: 9, type: 'opened', chapter, scenario: 'c', value: '0,1' },
    ]);
    expect(readEvents()).toHaveLength(5);
  });

  test('is taken in after what is there, where a page of that version has written once more', () => {
    localStorage.setItem(key, JSON.stringify([passed]));
    localStorage.setItem(before, literal);
    expect(readEvents().map(({ at }) => at)).toEqual([1, 5, 6, 7, 8, 9]);
    expect(kept.has(before)).toBe(false);
  });

  test('stays as it was where it cannot be read', () => {
    const foreign = [
      { v: 1, at: 1, type: 'passed', page: '/nowhere/', what: 'c', value: '' },
      { v: 1, at: 1, type: 'predicted', page: '/course/03-x/', what: 'q', value: 'NaN' },
      { v: 7, later: true },
      'no event',
    ];
    localStorage.setItem(before, JSON.stringify(foreign));
    expect(readEvents()).toEqual([]);
    expect(stored()).toEqual(foreign);
    expect(kept.has(before)).toBe(false);
    localStorage.setItem(before, 'broken{');
    expect(readEvents()).toEqual([]);
    expect(stored()).toEqual([...foreign, 'broken{']);
  });

  test.each(['SecurityError', 'QuotaExceededError'])(
    'is shown and not removed where storage gives %s',
    (name) => {
      localStorage.setItem(before, literal);
      localStorage.setItem = () => {
        throw new DOMException('no', name);
      };
      expect(readEvents()).toHaveLength(5);
      record({ type: 'predicted', question: 'kept by the page alone', value: '1' }, nowhere);
      expect(readEvents()).toHaveLength(6);
      expect(kept.get(before)).toBe(literal);
    },
  );

  test('makes room for what is new under its own key, where there is none for both', () => {
    localStorage.setItem(before, literal);
    const { setItem } = localStorage;
    localStorage.setItem = (name, value) => {
      const others = [...kept].filter(([other]) => other !== name).map(([, text]) => text.length);
      if (others.reduce((sum, length) => sum + length, value.length) > literal.length * 1.5)
        throw new DOMException('no room', 'QuotaExceededError');
      setItem(name, value);
    };
    record({ type: 'predicted', question: 'new', value: '1' }, nowhere);
    expect([...kept.keys()]).toEqual([before]);
    expect(readEvents()).toHaveLength(6);
    expect(lastOf('predicted', 'new')).toMatchObject({ value: '1' });
    localStorage.setItem = setItem;
    expect(readEvents()).toHaveLength(6);
    expect([...kept.keys()]).toEqual([key]);
  });

  test('may be any text at all, of which nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (old, present) => {
        kept.clear();
        localStorage.setItem(before, JSON.stringify(old));
        localStorage.setItem(key, JSON.stringify(present));
        record({ type: 'passed', scenario: 'c', value: '' }, nowhere);
        expect(stored()).toEqual(
          expect.arrayContaining(JSON.parse(JSON.stringify([...present, ...old])) as unknown[]),
        );
        expect(kept.has(before)).toBe(false);
      }),
    );
  });
});

describe('a browser that keeps nothing', () => {
  const throwing = (name: string) => ({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('no', name);
    },
    length: 3,
  });

  test.each(['SecurityError', 'QuotaExceededError'])(
    'shows the sentence for %s, and progress lasts as long as the page',
    (name) => {
      vi.stubGlobal('localStorage', throwing(name));
      const sentence = { toggleAttribute: vi.fn() };
      const place = { querySelector: () => sentence };
      record({ type: 'predicted', question: 'only here', value: '12' }, place);
      expect(sentence.toggleAttribute).toHaveBeenCalledWith('hidden', false);
      expect(lastOf('predicted', 'only here')?.value).toBe('12');
    },
  );
});

test('what may be written and not read is not overwritten', () => {
  const setItem = vi.fn();
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
    setItem,
    removeItem: setItem,
    length: 1,
  });
  const toggleAttribute = vi.fn();
  record({ type: 'passed', scenario: 'c', value: '' }, { querySelector: () => ({ toggleAttribute }) });
  expect(toggleAttribute).toHaveBeenCalledWith('hidden', false);
  expect(lastOf('passed', 'c')).toBeDefined();
  expect(setItem).not.toHaveBeenCalled();
});
