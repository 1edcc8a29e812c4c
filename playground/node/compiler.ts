/** The compiler on the side of Node: tests, the build and the command line compile with it, as Monaco's worker does. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript-program';
import type { Compilation } from '../compiler/compile.ts';
import { engineLibrary } from '../compiler/engine-library.ts';
import { compilerOptions } from '../compiler/options.ts';
import { createStages, type Stages } from '../compiler/stages.ts';
import { surroundings } from '../compiler/surroundings.ts';

/** Compiles one program after another; from the second on it takes a tenth of the time. */
export interface Compiler extends Pick<Stages, 'emit' | 'check'> {
  /** `fileName` matters for nothing but two programs that one wants to tell apart. */
  readonly compile: (source: string, fileName?: string) => Compilation;
  /** The checked program of what was compiled last, for a look at its types. */
  readonly program: () => ts.Program | undefined;
}

const libraryFile = /^\/lib\.(?:es|decorators)[\w.]*\.d\.ts$/;

/** Package names, not paths beside this file: they hold where a build has moved this code elsewhere. */
const require = createRequire(import.meta.url);
const surrounding: Readonly<Record<string, string>> = Object.fromEntries(
  surroundings.map((path) => [`/${path}`, `#playground/${path}`]),
);

/** Makes a compiler; the first compilation reads the libraries and takes about half a second. */
export function createCompiler(): Compiler {
  const program = { name: '/program.ts', source: '', version: 0 };
  const snapshots = new Map<string, ts.IScriptSnapshot>();
  const service = ts.createLanguageService(createHost(program, snapshots), ts.createDocumentRegistry());
  let stages: Stages | undefined;
  const named = (name: string): Stages => {
    if (stages === undefined || name !== program.name) {
      program.name = name;
      stages = createStages(ts, service, name, (source) => {
        program.source = source;
        program.version += 1;
      });
    }
    return stages;
  };
  return {
    compile: (source, fileName = 'program.ts') =>
      named(`/${fileName.replace(/^.*[\\/]/, '').replace(/(?:\.d)?(?:\.[cm]?ts)?$/, '')}.ts`).compile(source),
    emit: (source) => named(program.name).emit(source),
    check: (source) => named(program.name).check(source),
    program: () => service.getProgram(),
  };
}

interface CurrentProgram {
  readonly name: string;
  readonly source: string;
  readonly version: number;
}

/** A host that has the program, its surroundings and the language's libraries, and no way to any other file. */
function createHost(
  program: CurrentProgram,
  snapshots: Map<string, ts.IScriptSnapshot>,
): ts.LanguageServiceHost {
  const read = (name: string): string | undefined => {
    if (name === program.name) return program.source;
    const readText = (file: string): string => readFileSync(require.resolve(file), 'utf8');
    const file = surrounding[name];
    if (file !== undefined) return readText(file);
    return libraryFile.test(name)
      ? engineLibrary(name, readText(`typescript-program/lib${name}`))
      : undefined;
  };
  const snapshot = (name: string): ts.IScriptSnapshot | undefined => {
    if (name === program.name) return ts.ScriptSnapshot.fromString(program.source);
    const known = snapshots.get(name);
    if (known !== undefined) return known;
    const text = read(name);
    if (text === undefined) return undefined;
    const made = ts.ScriptSnapshot.fromString(text);
    snapshots.set(name, made);
    return made;
  };
  return {
    getCompilationSettings: () => compilerOptions,
    getScriptFileNames: () => [program.name, ...Object.keys(surrounding)],
    getScriptVersion: (name) => (name === program.name ? String(program.version) : '1'),
    getScriptSnapshot: snapshot,
    getCurrentDirectory: () => '/',
    getDefaultLibFileName: () => '/lib.es2024.d.ts',
    fileExists: (name) => name === program.name || name in surrounding || libraryFile.test(name),
    readFile: read,
  };
}
