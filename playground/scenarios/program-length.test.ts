/** Programs are meant to be read aloud: each has 30 to 80 lines of code. */

import { describe, expect, test } from 'vitest';
import { programNames, readProgram } from '../node/programs.ts';
import { scenarioIds } from './scenarios.ts';

/** A line that is blank or comment only, in a program as Prettier formats it. */
const noCode = /^\s*(?:$|\/\/|\/\*|\*(?:[ /]|$))/;

describe.each(scenarioIds)('%s', async (id) => {
  test.each(await programNames(id))('keeps %s to a length that can be read aloud', async (name) => {
    const lines = (await readProgram(id, name)).split('\n').filter((line) => !noCode.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(30);
    expect(lines.length).toBeLessThanOrEqual(80);
  });
});
