import { expect, test } from 'vitest';

import { isOnMap } from './site-map.ts';

test('a search engine is sent to pages, and not to what is made for frames', () => {
  const site = 'https://lab.example/docs';
  expect(isOnMap(`${site}/embed/logger-pool/`)).toBe(false);
  expect(isOnMap(`${site}/zh-cn/embed/capstone`)).toBe(false);
  expect(isOnMap(`${site}/team/embed/`)).toBe(true);
  expect(isOnMap(`${site}/playground/logger-pool/`)).toBe(true);
  expect(isOnMap('https://lab.example/embed/team/')).toBe(true);
});
