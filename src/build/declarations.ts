/** Reads the declarations of a `.d.ts` file: what a reference page shows of them. */

import ts from 'typescript-program';

/** One thing that a member of an interface says. */
export interface Member {
  readonly name: string;
  /** As written, in one line, without `readonly` and the semicolon. */
  readonly signature: string;
  /** Empty where the source says nothing. */
  readonly doc: string;
}

/** One declaration at the top of the file or of its module. */
export interface Declaration {
  readonly name: string;
  readonly kind: 'interface' | 'type' | 'function' | 'variable';
  readonly doc: string;
  /** As written, without the comment. */
  readonly code: string;
  /** Of an interface; empty for all else. */
  readonly members: readonly Member[];
}

/** The declarations of a file, or of the one module that it declares, in its order. Throws for a kind that it does not know. */
export function declarationsOf(text: string): readonly Declaration[] {
  const file = ts.createSourceFile('read.d.ts', text, ts.ScriptTarget.ES2022, true);
  const module = file.statements.find(ts.isModuleDeclaration)?.body;
  const statements = module && ts.isModuleBlock(module) ? module.statements : file.statements;
  return withoutOverloads(statements.map((statement) => declarationOf(statement, file)));
}

/** The signatures of one function as one declaration. */
function withoutOverloads(declarations: readonly Declaration[]): readonly Declaration[] {
  const merged = new Map<string, Declaration>();
  for (const each of declarations) {
    const first = merged.get(`${each.kind} ${each.name}`);
    merged.set(
      `${each.kind} ${each.name}`,
      first?.kind === 'function' ? { ...first, code: `${first.code}\n${each.code}` } : each,
    );
  }
  return [...merged.values()];
}

function declarationOf(statement: ts.Statement, file: ts.SourceFile): Declaration {
  const common = { doc: docOf(statement), code: codeOf(statement, file), members: [] };
  if (ts.isInterfaceDeclaration(statement)) {
    const members = statement.members.map((member) => memberOf(member, file));
    return { ...common, name: statement.name.text, kind: 'interface', members };
  }
  if (ts.isTypeAliasDeclaration(statement)) return { ...common, name: statement.name.text, kind: 'type' };
  if (ts.isFunctionDeclaration(statement) && statement.name) {
    return { ...common, name: statement.name.text, kind: 'function' };
  }
  if (ts.isVariableStatement(statement)) {
    const [variable] = statement.declarationList.declarations;
    if (variable) return { ...common, name: variable.name.getText(file), kind: 'variable' };
  }
  throw new Error(`No page knows how to show this declaration: ${statement.getText(file)}`);
}

function memberOf(member: ts.TypeElement, file: ts.SourceFile): Member {
  const signature = oneLine(member.getText(file))
    .replace(/^readonly /, '')
    .replace(/;$/, '');
  const name = member.name?.getText(file) ?? (ts.isConstructSignatureDeclaration(member) ? 'new' : '()');
  return { name, signature, doc: docOf(member) };
}

function docOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return oneLine(comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join(' '));
}

/** The source from its first word on, moved to the left edge, without comments inside. */
function codeOf(node: ts.Node, file: ts.SourceFile): string {
  const { character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return node
    .getText(file)
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '')
    .split('\n')
    .map((line) => (line.startsWith(' '.repeat(character)) ? line.slice(character) : line))
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
