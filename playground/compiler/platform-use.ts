/** Finds what a program names beyond the language: the machine loads the modules for it, and no others. */

import type ts from 'typescript-program';
import {
  importedModule,
  lookUp,
  platformGlobals,
  platformMembers,
  timerMethods,
  type PlatformModule,
} from './platform-modules.ts';

/** Modules of the platform, in a fixed order. A name that the program gives to something of its own counts as well. */
export function findPlatformUse(typescript: typeof ts, sourceFile: ts.SourceFile): readonly PlatformModule[] {
  const found = new Set<PlatformModule>();
  const visit = (node: ts.Node): void => {
    // Types ask for nothing that runs; import clauses name what the module provides.
    if (typescript.isTypeNode(node) && !typescript.isExpressionWithTypeArguments(node)) return;
    if (typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node)) return;
    for (const module of namedBy(typescript, node)) if (module !== undefined) found.add(module);
    if (!isUsual(typescript, node)) typescript.forEachChild(node, visit);
  };
  visit(sourceFile);
  return [...found].sort();
}

function namedBy(typescript: typeof ts, node: ts.Node): readonly (PlatformModule | undefined)[] {
  if (typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    const isName = moduleSpecifier !== undefined && typescript.isStringLiteral(moduleSpecifier);
    return isName ? [importedModule(moduleSpecifier.text)] : [];
  }
  if (typescript.isStringLiteralLike(node)) return [lookUp(platformGlobals, node.text)];
  if (!typescript.isIdentifier(node)) return [];
  return [
    lookUp(platformGlobals, node.text),
    lookUp(timerMethods, node.text),
    lookUp(platformMembers, node.text)?.module,
  ];
}

/** `console.log` and its like, which every program has. */
function isUsual(typescript: typeof ts, node: ts.Node): boolean {
  if (!typescript.isPropertyAccessExpression(node) || !typescript.isIdentifier(node.expression)) return false;
  const always: readonly string[] | undefined = lookUp(platformMembers, node.expression.text)?.always;
  return always?.includes(node.name.text) === true;
}
