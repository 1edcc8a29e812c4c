/** A folder that cannot be built in is named, with the way out, before anything is tried in it. */

import { expect, test } from 'vitest';

import { ensureNameable, ensureWritable } from '../scripts/place.mjs';

test.each(['/home/me/c#/leak-lab', '/home/me/really?/leak-lab'])('%s cannot be built in', (folder) => {
  expect(() => ensureNameable(folder)).toThrow(/Move or rename it/);
});

test.each(['/home/me/leak lab', '/home/mé/泄漏', '/home/me/100%/leak-lab', 'C:\\Users\\me'])(
  '%s can',
  (folder) => {
    expect(() => ensureNameable(folder)).not.toThrow();
  },
);

test('a folder in which nothing can be written is said to be one', () => {
  expect(() => ensureWritable('/there/is/no/such/folder')).toThrow(
    /nothing can be written in .*\n.*Copy the project/,
  );
  expect(() => ensureWritable()).not.toThrow();
});
