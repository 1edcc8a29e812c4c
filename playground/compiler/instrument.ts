/** Makes every class of a program known to the census, with no call of the reader's. */

import type ts from 'typescript-program';
import type { ClassSite } from '../record.ts';
import { type CensusCalls, createCensusCalls } from './census-calls.ts';
import { findClassSites } from './class-sites.ts';

/** What the instrumentation does to one source; the transformer fills the rest while it is emitted. */
export interface Instrumentation {
  /** To be used as an `after` transformer: classes, `using` and decorators are then in their final form. */
  readonly transformer: ts.TransformerFactory<ts.SourceFile>;
  readonly sites: () => readonly ClassSite[];
  /** Offsets in the source of imports and re-exports that are left in the emitted code. */
  readonly remainingImports: ReadonlySet<number>;
}

/**
 * Each class announces itself in its first static block: `define(this, n)`. A base class hands its instance to
 * `track(this, new.target, n)` before all else in its constructor, a derived class what each `super(…)` returned.
 * `n` is the number of the class's site; `track` returns the instance, and decides whether it is new to the census.
 */
export function createInstrumentation(typescript: typeof ts): Instrumentation {
  const remainingImports = new Set<number>();
  let sites: readonly ClassSite[] = [];
  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => (emitted) => {
    for (const statement of emitted.statements) {
      if (isImport(typescript, statement)) remainingImports.add(typescript.getOriginalNode(statement).pos);
    }
    const found = findClassSites(typescript, typescript.getOriginalNode(emitted, typescript.isSourceFile));
    sites = found.sites;
    if (sites.length === 0) return emitted;
    const calls = createCensusCalls(typescript, context.factory);
    const visitor = createVisitor(typescript, context, found.numbers, calls);
    const visited = typescript.visitEachChild(emitted, visitor, context);
    return context.factory.updateSourceFile(visited, [calls.imported, ...visited.statements]);
  };
  return { transformer, sites: () => sites, remainingImports };
}

function isImport(typescript: typeof ts, statement: ts.Statement): boolean {
  return (
    typescript.isImportDeclaration(statement) ||
    typescript.isImportEqualsDeclaration(statement) ||
    (typescript.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  );
}

function createVisitor(
  typescript: typeof ts,
  context: ts.TransformationContext,
  numbers: ReadonlyMap<ts.Node, number>,
  calls: CensusCalls,
): ts.Visitor {
  /** The site of the constructor that a `super(…)` met here belongs to. */
  let constructing: number | undefined;
  const visitConstructor = (site: number, node: ts.Node): ts.Node => {
    const outer = constructing;
    constructing = site;
    const visited = typescript.visitEachChild(node, visit, context);
    constructing = outer;
    return visited;
  };
  const visitClass = (node: ts.ClassLikeDeclaration): ts.Node => {
    const original = typescript.getOriginalNode(node, typescript.isClassLike);
    const site = numbers.get(original);
    if (site === undefined) return typescript.visitEachChild(node, visit, context);
    // A `super(…)` in the heritage or in a computed key is still the outer constructor's.
    const visitMember = (child: ts.Node) =>
      typescript.isConstructorDeclaration(child) ? visitConstructor(site, child) : visit(child);
    const visited = typescript.visitEachChild(node, visitMember, context);
    const range = typescript.getSourceMapRange(original.name ?? original);
    return withTracking(typescript, context.factory, visited, { site, range }, calls);
  };
  const visit = (node: ts.Node): ts.Node => {
    if (typescript.isClassLike(node)) return visitClass(node);
    const visited = typescript.visitEachChild(node, visit, context);
    if (constructing === undefined || !typescript.isCallExpression(visited)) return visited;
    const isSuper = visited.expression.kind === typescript.SyntaxKind.SuperKeyword;
    return isSuper ? calls.trackedSuper(visited, constructing) : visited;
  };
  return visit;
}

/** The class with its announcement, and with a constructor that tracks. */
function withTracking(
  typescript: typeof ts,
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  origin: { readonly site: number; readonly range: ts.SourceMapRange },
  calls: CensusCalls,
): ts.Node {
  const { modifiers, name, typeParameters, heritageClauses } = node;
  const { ExtendsKeyword } = typescript.SyntaxKind;
  const derived = (heritageClauses ?? []).some(({ token }) => token === ExtendsKeyword);
  const written = node.members.some((member) => typescript.isConstructorDeclaration(member));
  const members = [
    calls.announcement(origin.site),
    ...(written ? [] : [calls.defaultConstructor(derived, origin)]),
    ...node.members.map((member) =>
      !derived && typescript.isConstructorDeclaration(member) ? calls.trackedFirst(member, origin) : member,
    ),
  ];
  return typescript.isClassDeclaration(node)
    ? factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members)
    : factory.updateClassExpression(node, modifiers, name, typeParameters, heritageClauses, members);
}
