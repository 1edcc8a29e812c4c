/** Tells of a program that the engine cannot read what the compiler had found, since that is clearer, and exact about the line. */

import type { Diagnostic, Failure } from '../record.ts';

/**
 * A record whose failure, where it is one of compiling, is the compiler's first error on the line that the engine names, or else
 * its first error, or else what the engine says.
 */
export function withCompilersFinding<R extends { readonly failure?: Failure }>(
  record: R,
  diagnostics: readonly Diagnostic[],
): R {
  const { failure } = record;
  if (failure?.kind !== 'compile') return record;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const found = errors.find(({ line }) => line === failure.line) ?? errors[0];
  if (found === undefined) return record;
  const { line, what } = found;
  return { ...record, failure: { ...failure, line, what: { type: 'not compiled', found: what } } };
}
