/** The editor's worker and Node compile alike: the same TypeScript, the same emit, the same findings. */

import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript-program';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Compilation } from './compile.ts';
import { engineLibrary } from './engine-library.ts';
import { createCompiler } from '../node/compiler.ts';
import { compilerOptions } from './options.ts';
import { createStages, type Stages } from './stages.ts';
import { surroundings } from './surroundings.ts';

/** As much of Monaco's TypeScript worker as compiles; its modules come without types. */
interface MonacoWorker {
  getLanguageService(): ts.LanguageService;
}
type MonacoWorkerClass = new (
  context: { getMirrorModels(): readonly unknown[] },
  data: { compilerOptions: unknown; extraLibs: unknown; inlayHintsOptions: unknown },
) => MonacoWorker;

const features = 'monaco-editor/languages/features/typescript';
const model = { source: '', version: 0 };
const uri = { path: '/program.ts', toString: () => 'file:///program.ts' };

let monaco: typeof ts;
let stages: Stages;

beforeAll(async () => {
  const services = (await import(`${features}/lib/typescriptServices.js`)) as { typescript: typeof ts };
  const worker = (await import(`${features}/tsWorker.js`)) as { TypeScriptWorker: MonacoWorkerClass };
  const { libFileMap } = (await import(`${features}/lib/lib.js`)) as { libFileMap: Record<string, string> };
  for (const [name, text] of Object.entries(libFileMap)) libFileMap[name] = engineLibrary(name, text);
  monaco = services.typescript;
  const library = (path: string) => ({ content: readFileSync(`playground/${path}`, 'utf8'), version: 1 });
  const models = () => [{ uri, version: model.version, getValue: () => model.source }];
  const service = new worker.TypeScriptWorker(
    { getMirrorModels: models },
    {
      // By message, as the page sends them.
      compilerOptions: structuredClone(compilerOptions),
      extraLibs: Object.fromEntries(surroundings.map((path) => [`file:///${path}`, library(path)])),
      inlayHintsOptions: undefined,
    },
  ).getLanguageService();
  stages = createStages(monaco, service, uri.toString(), (source) => {
    model.source = source;
    model.version += 1;
  });
});

function compileInMonaco(source: string): Compilation {
  return stages.compile(source);
}

test('Monaco bundles the TypeScript that Node compiles with', () => {
  expect(monaco.version).toBe(ts.version);
  expect(monaco.version).toBe('5.9.3');
});

describe('both sides give the same code, map, sites and findings', () => {
  const compiler = createCompiler();
  const odd: Readonly<Record<string, string>> = {
    'a type error': 'export const x: number = "a"; document;',
    'a syntax error': 'class { let',
    'a contract not met': 'export class CnchServerResource { addDataParts(x: number) { void x; } }',
    imports:
      "import fs from 'fs'; import type { X } from './x'; fs; import { Server } from 'server'; void import('y');",
    'a reference': '/// <reference path="./x.ts" />\nexport {};',
    'decorators and using':
      'const d = (_: unknown, __: unknown) => {}; @d class A { @d x = 1 } using a = null; void [A, a];',
    'too much': 'x;'.repeat(200_000),
    'too deep': `let a = ${'('.repeat(50_000)}`,
    nothing: '',
    'what TypeScript throws on': 'let a = 1;\n@seen\nawait a;',
    'what TypeScript throws on later': 'function seen() {}\n@seen\nclass {\n  static {}\n}',
    'lines that only TypeScript counts': 'let a = "\u2028\u2029";\nlet b: number = a;\nclass C {}',
  };
  const programs = globSync('playground/scenarios/*/{leaky,fixed*,wrong-*}.ts');
  const sources = [
    ...programs.map((path) => [path, readFileSync(path, 'utf8')] as const),
    ...Object.entries(odd),
  ];

  test.each(sources)('%s', (_, source) => {
    expect(compileInMonaco(source)).toEqual(compiler.compile(source));
  });
});
