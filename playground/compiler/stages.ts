/** The two halves of a compilation, over a language service: code first, which is quick, then types, which may not be. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import { breakdownOf, breakingLine } from './breakdown.ts';
import { checkProgram, emitSource, uncheckedFindings, type Compilation, type Emission } from './compile.ts';

/** Compiles one source after another. Whatever a reader wrote, every answer is a value. */
export interface Stages {
  /** What runs, without a look at types. */
  emit(source: string): Emission;
  /** All findings, those of `emit` among them. May take for ever. */
  check(source: string): readonly Diagnostic[];
  /** Both. */
  compile(source: string): Compilation;
}

/** The service's file of that name is the program's; `put` gives it a text, under a new version. */
export function createStages(
  typescript: typeof ts,
  service: ts.LanguageService,
  fileName: string,
  put: (source: string) => void,
): Stages {
  let last: { readonly source: string; readonly emission: Emission } | undefined;
  const emit: Stages['emit'] = (source) => {
    if (last?.source !== source) last = { source, emission: emitSource(typescript, source) };
    return last.emission;
  };
  const checkText = (text: string, emission: Emission): readonly Diagnostic[] => {
    put(text);
    const program = service.getProgram();
    if (program === undefined) throw new Error('The language service has no program.');
    return checkProgram(typescript, program, fileName, emission);
  };
  const check: Stages['check'] = (source) => {
    const emission = emit(source);
    if (emission.covered === undefined) return emission.compilation.diagnostics;
    try {
      return checkText(source, emission);
    } catch (error) {
      // A checker that has thrown is of no more use, and the service would hand it out again.
      service.cleanupSemanticCache();
      const line = breakingLine(source, (beginning) => {
        try {
          checkText(beginning, emission);
        } finally {
          service.cleanupSemanticCache();
        }
      });
      return uncheckedFindings(emission, { type: 'broke off', breakdown: breakdownOf(error) }, line);
    }
  };
  return {
    emit,
    check,
    compile: (source) => ({ ...emit(source).compilation, diagnostics: check(source) }),
  };
}
