/** A company adds its own leak: what `npm run new` writes passes all that is asked of ours, and so does the README's example. */

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { diffLines } from 'diff';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = 'session-in-two-maps';
const untouched = 'entry-per-request';
const written = [untouched, example].flatMap((id) => [
  `playground/scenarios/${id}/*.ts`,
  `content/en/course/*-${id}.mdx`,
]);
const lists = ['playground/scenarios/scenarios.ts', 'playground/scenarios/texts.ts', 'src/course/course.ts'];
const generated = new Map<string, string>();
let copy = '';

/** Without what an outer Vitest tells an inner one. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:VITEST|VITE_|TEST$|NODE_ENV$)/.test(name)),
);

/** Runs a script of the copy; throws with all that it printed where it fails. */
function node(script: string, ...args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [script, ...args], {
      cwd: copy,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr, { cause: error });
  }
}

const tool = (file: string, ...args: readonly string[]): string => node(`node_modules/${file}`, ...args);
const vitest = (...args: readonly string[]): string =>
  tool('vitest/vitest.mjs', 'run', '--reporter=default', ...args);
const filesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: copy });
const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8');

/** The repository without what is installed and built, as somebody has it who starts. */
function copyRepository(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'own-leak-'));
  const ours = globSync(['*.{json,js,mjs,ts,md}', '.*rc*', '.prettierignore', '.astro'], { cwd: root });
  for (const part of [...ours, 'content', 'playground', 'public', 'scripts', 'src', 'tests'])
    cpSync(path.join(root, part), path.join(made, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(made, 'node_modules'), 'junction');
  return made;
}

beforeAll(() => {
  copy = copyRepository();
  // The example is chapter 13 where it comes first, as in the README.
  for (const name of [example, untouched]) {
    node('scripts/new.mjs', 'scenario', name);
    node('scripts/new.mjs', 'chapter', name);
  }
  for (const file of written.flatMap(filesOf)) generated.set(file, read(file));
  for (const part of ['playground', 'content'])
    cpSync(path.join(root, 'tests/own-leak', part), path.join(copy, part), { recursive: true });
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('a new scenario and its chapter, as written and as edited into the example', () => {
  test('are formatted, free of lint, and of the right types', () => {
    const files = written.flatMap(filesOf);
    expect(files).toHaveLength(20);
    tool('prettier/bin/prettier.cjs', '--check', ...files, ...lists);
    tool(
      'eslint/bin/eslint.js',
      '--max-warnings=0',
      ...files.filter((file) => file.endsWith('.ts')),
      ...lists,
    );
    for (const project of ['playground', 'playground/scenarios'])
      tool('typescript/bin/tsc', '--noEmit', '--project', `${project}/tsconfig.json`);
  });

  test('leak when leaky, pass when fixed, and each wrong fix is refused with its reason', () => {
    const told = vitest('playground/scenarios', 'playground/heap', '-t', `${example}|${untouched}`);
    // Nine of the contract for each, and nine lengths of programs among the others.
    expect(
      Number(/Tests\s+(\d+) passed/.exec(told.replaceAll(/\u001b\[\d+m/g, ''))?.[1]),
    ).toBeGreaterThanOrEqual(36);
  });

  test('keep the rules of chapters, questions, figures and imports', () => {
    const rules = [
      ...['course/questions', 'course/prose-numbers', 'course/glossary', 'sources/article-points'].map(
        (name) => `src/${name}`,
      ),
      ...['content-imports', 'content-paragraphs', 'circles', 'readme'].map((name) => `tests/${name}`),
    ];
    vitest(...rules.map((name) => `${name}.test.ts`));
  });
});

test('the example is as many edits as the README says', () => {
  const edited = [...generated].filter(([file, text]) => read(file) !== text);
  const lines = edited.map(([file, text]) =>
    diffLines(text, read(file))
      .filter(({ added }) => added)
      .reduce((sum, { count }) => sum + count, 0),
  );
  const [told] = /\d+ lines in \d+ files/.exec(read('README.md')) ?? [];
  expect(edited.every(([file]) => file.includes(example))).toBe(true);
  expect(told).toBe(`${lines.reduce((sum, count) => sum + count, 0)} lines in ${edited.length} files`);
});

describe('what cannot be followed gets a sentence, and nothing is written', () => {
  test.each([
    [[], 'Say what to make: scenario or chapter.'],
    [['lesson', 'mine'], "There is no kind 'lesson'"],
    [['scenario'], 'Name the new scenario.'],
    [['scenario', 'Not_Kebab'], "'Not_Kebab' is no name for a scenario"],
    [['scenario', '../up'], "'../up' is no name for a scenario"],
    [['scenario', 'two', 'names'], 'Name one scenario, not 2.'],
    [['scenario', 'mine', '--scenario', 'capstone'], 'Only a chapter takes --scenario.'],
    [['scenario', 'capstone'], "There is a scenario 'capstone' already."],
    [['scenario', example], `There is a scenario '${example}' already.`],
    [['chapter', example], `There is a chapter '${example}' already`],
    [['chapter', 'mine'], "There is no scenario 'mine' for the chapter."],
    [['chapter', 'mine', '--scenario', '../capstone'], "There is no scenario '../capstone' for the chapter."],
  ])('%j', (args, sentence) => {
    const before = [...lists, ...written.flatMap(filesOf)].map(read);
    expect(() => node('scripts/new.mjs', ...args)).toThrow(sentence);
    expect([...lists, ...written.flatMap(filesOf)].map(read)).toEqual(before);
    expect(existsSync(path.join(copy, 'playground/scenarios/mine'))).toBe(false);
    expect(filesOf('content/en/course/*-mine.mdx')).toEqual([]);
  });

  test('a file that is there is never overwritten', () => {
    const folder = path.join(copy, 'playground/scenarios/half-made');
    mkdirSync(folder);
    expect(() => node('scripts/new.mjs', 'scenario', 'half-made')).toThrow('already');
    expect(globSync('*', { cwd: folder })).toEqual([]);
  });
});
