/** Compiles torn sources, and says what the compiler owes of each: an answer, with a place for all that is wrong. */

import { globSync, readFileSync } from 'node:fs';
import { createCompiler, type Compiler } from '../node/compiler.ts';
import type { Diagnostic } from '../record.ts';
import { en } from '../words/en/en.ts';
import { tornSource } from './torn-sources.ts';

/** What came of one seed. */
export interface Torn {
  readonly source: string;
  /** What the compiler owes and did not do. */
  readonly fault?: string;
  readonly kind: 'not read' | 'not run' | 'runs';
  /** The finding that TypeScript itself broke off, where it did, even if grammar says it better. */
  readonly broken?: string;
}

/** Compiles sources made from all programs of the scenarios; types are checked where `checks` says so. */
export function createTorn(checks: (seed: number) => boolean): (seed: number) => Torn {
  const paths = globSync('playground/scenarios/*/{leaky,fixed*,wrong-*}.ts').sort();
  const sources = paths.map((path) => readFileSync(path, 'utf8'));
  let compiler = createCompiler();
  return (seed) => {
    const source = tornSource(sources, seed);
    try {
      return { source, ...compileTorn(compiler, source, checks(seed)) };
    } catch (error) {
      compiler = createCompiler();
      return { source, fault: `threw ${String(error)}`, kind: 'not read' };
    }
  };
}

function compileTorn(compiler: Compiler, source: string, checks: boolean): Omit<Torn, 'source'> {
  const { compilation, covered } = compiler.emit(source);
  const diagnostics = checks ? compiler.check(source) : compilation.diagnostics;
  const kind = covered === undefined ? 'not read' : compilation.runnable ? 'runs' : 'not run';
  const broken = [...compilation.diagnostics, ...diagnostics]
    .map((one) => en.diagnosticWords(one))
    .find((message) => message.includes('breaks off'));
  const fault = faultOf(diagnostics, source, compilation.runnable);
  return {
    kind,
    ...(broken === undefined ? {} : { broken }),
    ...(fault === undefined ? {} : { fault }),
  };
}

function faultOf(diagnostics: readonly Diagnostic[], source: string, runs: boolean): string | undefined {
  if (!runs && !diagnostics.some(({ severity }) => severity === 'error'))
    return 'cannot run, and nothing says why';
  const lines = source.split(/\r\n|[\r\n]/);
  const lost = diagnostics.find(
    ({ line, column }) => line < 1 || column < 1 || column > (lines[line - 1] ?? '').length + 1,
  );
  return lost && `a finding stands nowhere: ${JSON.stringify(lost)}`;
}
