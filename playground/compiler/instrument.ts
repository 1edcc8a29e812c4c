/** Makes every class of a program known to the census, with no call of the reader's. */

import type ts from 'typescript-program';
import type { ClassSite } from '../protocol.ts';
import { findClassSites } from './class-sites.ts';
import { censusModule } from './options.ts';

/** What the instrumentation does to one source; the transformer fills the rest while it is emitted. */
export interface Instrumentation {
  /** To be used as an `after` transformer: classes, `using` and decorators are then in their final form. */
  readonly transformer: ts.TransformerFactory<ts.SourceFile>;
  readonly sites: () => readonly ClassSite[];
  /** Offsets in the source of imports and re-exports that are left in the emitted code. */
  readonly remainingImports: ReadonlySet<number>;
}

/** Writes the calls to the census for the classes of one emit. */
interface Calls {
  readonly define: (site: number) => ts.ClassElement;
  readonly track: (instance: ts.Expression, site: number) => ts.CallExpression;
  readonly imported: ts.Statement;
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
    const calls = createCalls(typescript, context.factory);
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

/** Generated names, so that no name of the reader's can be hidden or meant by mistake. */
function createCalls(typescript: typeof ts, factory: ts.NodeFactory): Calls {
  const flags =
    typescript.GeneratedIdentifierFlags.Optimistic | typescript.GeneratedIdentifierFlags.FileLevel;
  const define = factory.createUniqueName('__define', flags);
  const track = factory.createUniqueName('__track', flags);
  const specifiers = [
    factory.createImportSpecifier(false, factory.createIdentifier('define'), define),
    factory.createImportSpecifier(false, factory.createIdentifier('track'), track),
  ];
  const call = (callee: ts.Identifier, ...values: ts.Expression[]) =>
    factory.createCallExpression(callee, undefined, values);
  return {
    imported: factory.createImportDeclaration(
      undefined,
      factory.createImportClause(undefined, undefined, factory.createNamedImports(specifiers)),
      factory.createStringLiteral(censusModule, true),
    ),
    define: (site) =>
      factory.createClassStaticBlockDeclaration(
        factory.createBlock([
          factory.createExpressionStatement(
            call(define, factory.createThis(), factory.createNumericLiteral(site)),
          ),
        ]),
      ),
    track: (instance, site) => {
      const target = factory.createIdentifier('target');
      const newTarget = factory.createMetaProperty(typescript.SyntaxKind.NewKeyword, target);
      return call(track, instance, newTarget, factory.createNumericLiteral(site));
    },
  };
}

function createVisitor(
  typescript: typeof ts,
  context: ts.TransformationContext,
  numbers: ReadonlyMap<ts.Node, number>,
  calls: Calls,
): ts.Visitor {
  const { factory } = context;
  /** The site of the constructor that a `super(…)` met here would belong to. */
  let constructing: number | undefined;
  const within = <T extends ts.Node>(site: number, node: T): T => {
    const outer = constructing;
    constructing = site;
    const visited = typescript.visitEachChild(node, visit, context);
    constructing = outer;
    return visited;
  };
  const visitClass = (node: ts.ClassLikeDeclaration): ts.Node => {
    const site = numbers.get(typescript.getOriginalNode(node));
    if (site === undefined) return typescript.visitEachChild(node, visit, context);
    // Heritage, computed keys and the rest are the outer constructor's; only its own constructor is this class's.
    const inner = (child: ts.Node) =>
      typescript.isConstructorDeclaration(child) ? within(site, child) : visit(child);
    const visited = typescript.visitEachChild(node, inner, context);
    return withMembers(
      typescript,
      factory,
      visited,
      trackedMembers(typescript, factory, visited, site, calls),
    );
  };
  const visit = (node: ts.Node): ts.Node => {
    if (typescript.isClassLike(node)) return visitClass(node);
    const visited = typescript.visitEachChild(node, visit, context);
    if (
      !typescript.isCallExpression(visited) ||
      !isSuper(typescript, visited) ||
      constructing === undefined
    ) {
      return visited;
    }
    return typescript.setSourceMapRange(
      calls.track(visited, constructing),
      typescript.getSourceMapRange(node),
    );
  };
  return visit;
}

function isSuper(typescript: typeof ts, call: ts.CallExpression): boolean {
  return call.expression.kind === typescript.SyntaxKind.SuperKeyword;
}

function withMembers(
  typescript: typeof ts,
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  members: readonly ts.ClassElement[],
): ts.Node {
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return typescript.isClassDeclaration(node)
    ? factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members)
    : factory.updateClassExpression(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** The members of a class with its announcement, and with a constructor that tracks. */
function trackedMembers(
  typescript: typeof ts,
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  site: number,
  calls: Calls,
): readonly ts.ClassElement[] {
  const derived = (node.heritageClauses ?? []).some(
    ({ token }) => token === typescript.SyntaxKind.ExtendsKeyword,
  );
  const own = node.members.some((member) => typescript.isConstructorDeclaration(member));
  const added = own ? [] : [defaultConstructor(typescript, factory, node, site, derived, calls)];
  const members = derived
    ? node.members
    : node.members.map((member) =>
        typescript.isConstructorDeclaration(member)
          ? trackFirst(typescript, factory, node, member, calls.track(factory.createThis(), site))
          : member,
      );
  return [calls.define(site), ...added, ...members];
}

function trackFirst(
  typescript: typeof ts,
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  declared: ts.ConstructorDeclaration,
  call: ts.CallExpression,
): ts.ConstructorDeclaration {
  const { modifiers, parameters, body } = declared;
  if (body === undefined) return declared;
  const first = mapToClass(typescript, node, factory.createExpressionStatement(call));
  const tracked = factory.updateBlock(body, [first, ...body.statements]);
  return factory.updateConstructorDeclaration(declared, modifiers, parameters, tracked);
}

function defaultConstructor(
  typescript: typeof ts,
  factory: ts.NodeFactory,
  node: ts.ClassLikeDeclaration,
  site: number,
  derived: boolean,
  calls: Calls,
): ts.ConstructorDeclaration {
  const values = factory.createIdentifier('values');
  const rest = factory.createToken(typescript.SyntaxKind.DotDotDotToken);
  const made = factory.createCallExpression(factory.createSuper(), undefined, [
    factory.createSpreadElement(values),
  ]);
  const call = calls.track(derived ? made : factory.createThis(), site);
  const statement = mapToClass(typescript, node, factory.createExpressionStatement(call));
  const parameters = derived ? [factory.createParameterDeclaration(undefined, rest, values)] : [];
  const body = factory.createBlock([statement], true);
  return factory.createConstructorDeclaration(undefined, parameters, body);
}

/** Code of ours that stands in a stack (a base class that throws) is shown at the class it serves. */
function mapToClass<T extends ts.Node>(typescript: typeof ts, node: ts.ClassLikeDeclaration, ours: T): T {
  return typescript.setSourceMapRange(ours, typescript.getSourceMapRange(node.name ?? node));
}
