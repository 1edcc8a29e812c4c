/** Measures how deep a source is nested, before anything that recurses has to walk it. */

import type ts from 'typescript-program';

/** Levels of the syntax tree; every operand of `1 + 1 + …` is one. Programs written by hand stay below 100. */
const deepest = 1_000;

/** Without recursion of its own. The check of types takes minutes on 90,000 operands, and cannot be interrupted. */
export function isNestedTooDeeply(typescript: typeof ts, sourceFile: ts.SourceFile): boolean {
  let level: ts.Node[] = [sourceFile];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    const next: ts.Node[] = [];
    for (const node of level) typescript.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return false;
}
