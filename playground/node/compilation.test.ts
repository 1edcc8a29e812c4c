/** A compilation on the command line ends, whatever the program's types are, and the program runs all the same. */

import { beforeAll, describe, expect, test } from 'vitest';
import { createCompiler } from './compiler.ts';
import { createWatchedCompiler } from '../compiler/watched-compiler.ts';
import { compileInThread, startThread } from './compilation.ts';
import { wordedDiagnostic } from './lab-json.ts';
import { programWith } from '../testing/run-for-tests.ts';

const never = new AbortController().signal;
const usual = programWith({});
/** Some minutes, and some gigabytes. */
const names = Array.from({ length: 300 }, (_, each) => `'a${each}'|'b${each}'|'c'|'d'|'e'|'f'|'g'|'h'`);
const all =
  'type All<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...All<Exclude<T, K>>] : never;';
const bomb = `${usual}
${all}
${names.map((each, at) => `const p${at}: All<${each}> = [] as any as All<\`\${${each}}\`>;`).join('\n')}`;

/** Whole seconds, in ms, that suffice on this machine, however busy it is, for a program that has nothing to be given up. */
let ample = 4_000;
beforeAll(async () => {
  const begun = performance.now();
  await compile(usual, 2 ** 30);
  ample = Math.max(ample, 1_000 * Math.ceil((6 * (performance.now() - begun)) / 1_000));
});

function compile(source: string, ms: number, mostMemory?: number) {
  const patience = { limitMs: () => ms, signal: never };
  return compileInThread(source, mostMemory === undefined ? patience : { ...patience, mostMemory });
}

describe('in a thread', () => {
  test('a program compiles as it does anywhere', async () => {
    const wrong = `${usual}\nexport const x: number = 'a';`;
    expect(await compile(wrong, 2 ** 30)).toEqual(createCompiler().compile(wrong));
  });

  test('types that take too long are given up, and what runs is the same', async () => {
    const compilation = await compile(bomb, ample);
    expect(compilation?.compiled).toEqual(createCompiler().emit(bomb).compilation.compiled);
    expect(compilation?.diagnostics.map(wordedDiagnostic)).toEqual([
      {
        line: 1,
        column: 1,
        message: `The types were not checked: that took more than ${ample / 1_000} seconds.`,
        severity: 'warning',
      },
    ]);
  });

  test('types that take too much memory are given up too', async () => {
    const million = `${usual}\n${all}\nconst p: All<1|2|3|4|5|6|7|8|9> = [] as any as All<9|8|7|6|5|4|3|2|1>;`;
    const compilation = await compile(million, 2 ** 30, 250);
    expect(compilation?.runnable).toBe(true);
    expect(compilation?.diagnostics.map(wordedDiagnostic)).toMatchObject([
      { severity: 'warning', message: 'The types were not checked: that took too much memory.' },
    ]);
  });

  test('a program that is not even read in time does not compile, and says so', async () => {
    const compilation = await compile(usual, 0);
    expect(compilation?.compiled).toBeUndefined();
    expect(compilation?.diagnostics.map(wordedDiagnostic)).toMatchObject([
      { severity: 'error', message: expect.stringContaining('could not be compiled within 0 seconds') },
    ]);
  });

  test('a compilation can be interrupted', async () => {
    const signal = AbortSignal.abort({ type: 'interrupted' });
    expect(await compileInThread(usual, { limitMs: () => 2 ** 30, signal })).toBeUndefined();
  });
});

describe('a compiler that goes on', () => {
  test('does not try the types again that it has given up, is there for the next edit, and can be called off', async () => {
    const asked: string[] = [];
    let started = 0;
    const compiler = createWatchedCompiler({
      start: (givenUp) => {
        started += 1;
        expect(givenUp).toEqual(started === 1 ? [] : [bomb]);
        const port = startThread(1_024);
        return { ...port, check: (source) => (asked.push(source), port.check(source)) };
      },
      limitMs: () => ample,
      replaces: true,
    });
    const going = new Promise(() => undefined);
    try {
      const given = await compiler.compile(bomb, going);
      expect(await compiler.compile(bomb, going)).toEqual(given);
      expect(asked).toEqual([bomb]);
      const edited = `${bomb.replace('[T] extends [never]', '[T] extends [T]')}\nexport const x: number = 'a';`;
      const [once, twice] = await Promise.all([
        compiler.compile(edited, going),
        compiler.compile(usual, going),
      ]);
      expect(once?.diagnostics.map(wordedDiagnostic)).toContainEqual(
        expect.objectContaining({ message: "Type 'string' is not assignable to type 'number'." }),
      );
      expect(twice).toMatchObject({ runnable: true, diagnostics: [] });
      const off = Promise.withResolvers<undefined>();
      const calledOff = compiler.compile(`${bomb}\n`, off.promise);
      off.resolve(undefined);
      expect(await calledOff).toBeUndefined();
      expect(await compiler.compile(usual, going)).toMatchObject({ runnable: true, diagnostics: [] });
      expect(started).toBe(3);
    } finally {
      compiler.end();
    }
  });
});
