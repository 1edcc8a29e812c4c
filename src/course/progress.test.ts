/** Progress survives what browsers and other versions leave in storage. */

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { ProgressEvent } from './progress.ts';
import { lastOf, readEvents, record, withinCap } from './progress.ts';

const key = 'leak-lab/progress';
const event = (over: Partial<ProgressEvent>): ProgressEvent => ({
  v: 1,
  at: 1,
  type: 'predicted',
  page: '/course/03/',
  what: 'q',
  value: '7',
  ...over,
});
const passed = event({ type: 'passed', what: 'c' });
const entry = (known: ProgressEvent) => ({ raw: known, known });
const nowhere = { querySelector: () => null } as unknown as Element;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('location', { pathname: '/course/03/' });
  vi.stubGlobal('dispatchEvent', () => true);
});

const stored = (): unknown => JSON.parse(localStorage.getItem(key) ?? '[]');

describe('stored events', () => {
  it.each(['', 'broken{', '42', '{"a":1}', 'null', '[[[]]]'])('%j is no progress, and no error', (text) => {
    localStorage.setItem(key, text);
    expect(readEvents()).toEqual([]);
  });

  it.each([
    ['a guess that is no number', event({ value: 'NaN' })],
    ['a guess of another kind', { ...event({}), value: 7 }],
    ['a guess without a value', { ...event({}), value: undefined }],
    ['an attempt without counts', event({ type: 'attempted', value: 'five' })],
    ['a type that we do not know', { ...event({}), type: 'hacked' }],
    ['a later version', { ...event({}), v: 2 }],
    ['no page', { ...event({}), page: null }],
  ])('%s is left out, and stays in storage when we write', (_, broken) => {
    localStorage.setItem(key, JSON.stringify([broken, passed]));
    expect(readEvents()).toEqual([passed]);
    record({ type: 'answered', what: 'q', value: '1', right: true }, nowhere);
    expect(stored()).toEqual([
      JSON.parse(JSON.stringify(broken)),
      passed,
      expect.objectContaining({ type: 'answered' }),
    ]);
  });

  it('keep what a later version adds to an event of ours', () => {
    localStorage.setItem(key, JSON.stringify([{ ...passed, medal: 'gold' }]));
    record({ type: 'predicted', what: 'q', value: '1' }, nowhere);
    expect(stored()).toContainEqual({ ...passed, medal: 'gold' });
  });

  it('whatever else stands there, nothing throws and no pass is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(), (others, place) => {
        localStorage.setItem(key, JSON.stringify(others.toSpliced(place % (others.length + 1), 0, passed)));
        record({ type: 'attempted', what: 'c', value: '1/2' }, nowhere);
        expect(readEvents()).toContainEqual(passed);
        expect(stored()).toEqual(expect.arrayContaining(JSON.parse(JSON.stringify(others)) as unknown[]));
      }),
    );
  });

  it('any text at all can be read, and be written to', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.setItem(key, text);
        record({ type: 'passed', what: 'c', value: '' }, nowhere);
        expect(lastOf('passed', 'c')).toBeDefined();
      }),
    );
  });
});

describe('too many events', () => {
  const counted = (most: number, ...events: readonly ProgressEvent[]) =>
    withinCap(events.map(entry), most).map(({ known }) => known);

  it('push attempts out first, and never a pass', () => {
    const attempts = Array.from({ length: 50 }, (_, at) =>
      event({ type: 'attempted', what: 'c', at, value: '1/2' }),
    );
    const guess = event({});
    expect(counted(3, passed, guess, ...attempts)).toEqual([passed, guess, attempts.at(-1)]);
    expect(counted(1, passed, guess, ...attempts)).toEqual([passed]);
    expect(counted(0, passed, guess, ...attempts)).toEqual([passed]);
  });

  it('keep one pass of each challenge, however often it was passed', () => {
    const again = Array.from({ length: 50 }, (_, at) => event({ type: 'passed', what: 'c', at }));
    expect(
      counted(1, passed, ...again, event({ type: 'passed', what: 'd' })).map((each) => each?.what),
    ).toEqual(['c', 'd']);
  });

  it('leave a right answer, also when a wrong one came later', () => {
    const right = event({ type: 'answered', right: true });
    const wrong = event({ type: 'answered', right: false });
    expect(counted(2, right, wrong, wrong)).toEqual([right, wrong]);
  });

  it('leave what is not ours, in its place', () => {
    const foreign = { raw: { v: 9 }, known: undefined };
    expect(withinCap([entry(event({})), foreign, entry(passed)], 1)).toEqual([foreign, entry(passed)]);
  });

  it('of a reader who runs as they type do not push out a pass', () => {
    localStorage.setItem(
      key,
      JSON.stringify([
        passed,
        ...Array.from({ length: 2500 }, () => event({ type: 'attempted', value: '1/2' })),
      ]),
    );
    record({ type: 'attempted', what: 'c', value: '0/6' }, nowhere);
    expect(readEvents()).toHaveLength(2000);
    expect(readEvents()[0]).toEqual(passed);
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

  it.each(['SecurityError', 'QuotaExceededError'])(
    'shows the sentence for %s, and progress lasts as long as the page',
    (name) => {
      vi.stubGlobal('localStorage', throwing(name));
      const sentence = { toggleAttribute: vi.fn() };
      const place = { querySelector: () => sentence } as unknown as Element;
      record({ type: 'predicted', what: 'only here', value: '12' }, place);
      expect(sentence.toggleAttribute).toHaveBeenCalledWith('hidden', false);
      expect(lastOf('predicted', 'only here')?.value).toBe('12');
    },
  );
});
