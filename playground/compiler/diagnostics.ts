/** Findings of TypeScript and of our own checks, as readers see them: placed, flat, without doubles, not too many. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import { sayWhatIsAbsent } from './absent.ts';
import { placeOf } from './editor-lines.ts';

/** Most findings that one compilation reports; what follows is counted in a last one. */
export const mostDiagnostics = 100;

/** One of TypeScript's diagnostics with its chain of reasons as one text, a line each. */
export function fromTypeScript(
  typescript: typeof ts,
  sourceFile: ts.SourceFile,
  diagnostic: ts.Diagnostic,
): Diagnostic {
  // Advice on compiler options and packages is nothing that a reader could follow here.
  const said = typescript
    .flattenDiagnosticMessageText(diagnostic.messageText, '\n')
    .replace(/ Do you need to (?:change your target library|install type definitions)[^?]*\?.*/, '');
  const severity = diagnostic.category === typescript.DiagnosticCategory.Error ? 'error' : 'warning';
  const offset = diagnostic.file === sourceFile ? (diagnostic.start ?? 0) : 0;
  const what = sayWhatIsAbsent(said, sourceFile.text, offset);
  return { ...placeOf(sourceFile, offset), what, severity };
}

/** In order of lines, each finding once, at most `mostDiagnostics` of them with one that counts the rest. */
export function normalizeDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(
    diagnostics.map((one) => [`${one.line}:${one.column}:${JSON.stringify(one.what)}`, one]),
  );
  const sorted = [...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  const rest = sorted.slice(mostDiagnostics - 1);
  const next = rest[0];
  if (next === undefined || rest.length === 1) return sorted;
  const severity = rest.some((one) => one.severity === 'error') ? 'error' : 'warning';
  const { line, column } = next;
  const what = { type: 'more', count: rest.length } as const;
  return [...sorted.slice(0, mostDiagnostics - 1), { line, column, what, severity }];
}
