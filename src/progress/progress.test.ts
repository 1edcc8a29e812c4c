/** Progress survives what browsers and other versions leave in storage. */

import { describe, expect, it } from 'vitest';
import { parseEvents, type ProgressEvent } from './progress.ts';

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
