/** Reads the parts of a program: its statements, and the members of its classes. */

import ts from 'typescript-program';

/** A statement of a program or a member of a class, with the comment before it. Line numbers count from 1. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** As the program has it; of what has no name, the word that it begins with: `import`, `constructor`. */
  readonly name: string;
  /** Its code without spaces, line ends and comments. */
  readonly tokens: readonly string[];
  /** Of a class; empty for all else. */
  readonly members: readonly Part[];
}

/** The parts of a program in its order. */
export function partsOf(source: string): readonly Part[] {
  const file = ts.createSourceFile('program.ts', source, ts.ScriptTarget.ES2022, true);
  return file.statements.map((statement) => partOf(statement, file));
}

function partOf(node: ts.Statement | ts.ClassElement, file: ts.SourceFile): Part {
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const [comment] = ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
  const tokens = tokensOf(node, file);
  return {
    from: lineAt(comment?.pos ?? node.getStart(file)),
    to: lineAt(node.getEnd()),
    name: nameOf(node)?.getText(file) ?? tokens[0] ?? '',
    tokens,
    members: ts.isClassDeclaration(node) ? node.members.map((member) => partOf(member, file)) : [],
  };
}

function nameOf(node: ts.Statement | ts.ClassElement): ts.Node | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name;
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isClassElement(node))
    return node.name;
  return undefined;
}

function tokensOf(node: ts.Node, file: ts.SourceFile): readonly string[] {
  if (ts.isJSDoc(node)) return [];
  const children = node.getChildren(file);
  return children.length === 0 ? [node.getText(file)] : children.flatMap((child) => tokensOf(child, file));
}
