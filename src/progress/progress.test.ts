/** Progress survives what browsers and other versions leave in storage, and adds up. */

import { describe, expect, it } from 'vitest';
import { parseEvents, progressOf, type ProgressEvent } from './progress.ts';

const event = (over: Partial<ProgressEvent>): ProgressEvent => ({
  v: 1,
  at: 1,
  type: 'predicted',
  page: '/course/03/',
  what: 'q',
  value: '',
  ...over,
});

describe('stored events', () => {
  it.each([null, '', 'broken{', '42', '{"a":1}', 'null'])('%j is no progress, and no error', (text) => {
    expect(parseEvents(text)).toEqual([]);
  });

  it('leaves out what is foreign or of a later version', () => {
    const known = event({});
    const text = JSON.stringify([known, { ...known, v: 2 }, null, 'x', { ...known, type: 'hacked' }]);
    expect(parseEvents(text)).toEqual([known]);
  });
});

describe('the progress of a page', () => {
  it('counts each question once, when it was answered rightly', () => {
    const events = [
      event({ type: 'answered', what: 'a', right: false }),
      event({ type: 'answered', what: 'a', right: true }),
      event({ type: 'answered', what: 'a', right: true }),
      event({ type: 'answered', what: 'b', right: true, page: '/other/' }),
    ];
    expect(progressOf(events, '/course/03/')).toMatchObject({ answered: 1, predicted: false, passed: false });
  });

  it('keeps a challenge passed, whatever is tried later', () => {
    const events = [event({ type: 'attempted' }), event({ type: 'passed' }), event({ type: 'attempted' })];
    expect(progressOf(events, '/course/03/')).toMatchObject({ attempts: 2, passed: true });
  });
});
