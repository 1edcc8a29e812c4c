/** The code that the compiler adds to programs: announcements of classes, and calls that track instances. */

import type ts from 'typescript-program';
import { censusModule } from './options.ts';

/** Makes the nodes for one emitted file; the names of the imported functions hide none of the reader's. */
export interface CensusCalls {
  /** `import { define as …, track as … } from 'leak-lab:census';` */
  readonly imported: ts.Statement;
  /** `static { define(this, site) }` */
  readonly announcement: (site: number) => ts.ClassElement;
  /** `track(super(…), new.target, site)` */
  readonly trackedSuper: (call: ts.CallExpression, site: number) => ts.Expression;
  /** The constructor, with `track(this, new.target, site)` before all else. */
  readonly trackedFirst: (written: ts.ConstructorDeclaration, origin: Origin) => ts.ConstructorDeclaration;
  /** The constructor that a class without one gets; it behaves as the language's own. */
  readonly defaultConstructor: (derived: boolean, origin: Origin) => ts.ConstructorDeclaration;
}

/** The class that added code serves, and where the reader wrote it: stacks show the code there. */
export interface Origin {
  readonly site: number;
  readonly range: ts.SourceMapRange;
}

export function createCensusCalls(typescript: typeof ts, factory: ts.NodeFactory): CensusCalls {
  const { Optimistic, FileLevel } = typescript.GeneratedIdentifierFlags;
  const flags: ts.GeneratedIdentifierFlags = Optimistic | FileLevel;
  const define = factory.createUniqueName('__define', flags);
  const track = factory.createUniqueName('__track', flags);
  const call = (callee: ts.Identifier, ...values: readonly ts.Expression[]) =>
    factory.createCallExpression(callee, undefined, values);
  const tracked = (instance: ts.Expression, site: number): ts.CallExpression => {
    const target = factory.createIdentifier('target');
    const newTarget = factory.createMetaProperty(typescript.SyntaxKind.NewKeyword, target);
    return call(track, instance, newTarget, factory.createNumericLiteral(site));
  };
  const statement = (instance: ts.Expression, { site, range }: Origin) => {
    const added = factory.createExpressionStatement(tracked(instance, site));
    return typescript.setSourceMapRange(added, range);
  };
  return {
    imported: importCensus(factory, { define, track }),
    announcement: (site) => {
      const announced = call(define, factory.createThis(), factory.createNumericLiteral(site));
      return factory.createClassStaticBlockDeclaration(
        factory.createBlock([factory.createExpressionStatement(announced)]),
      );
    },
    trackedSuper: (superCall, site) =>
      typescript.setSourceMapRange(tracked(superCall, site), typescript.getSourceMapRange(superCall)),
    trackedFirst: (written, origin) => {
      const { modifiers, parameters, body } = written;
      const first = statement(factory.createThis(), origin);
      const block = body && factory.updateBlock(body, [first, ...body.statements]);
      return factory.updateConstructorDeclaration(written, modifiers, parameters, block);
    },
    defaultConstructor: (derived, origin) => {
      const values = factory.createIdentifier('values');
      const rest = factory.createToken(typescript.SyntaxKind.DotDotDotToken);
      const parameters = derived ? [factory.createParameterDeclaration(undefined, rest, values)] : [];
      const spread = factory.createSpreadElement(values);
      const instance = derived
        ? factory.createCallExpression(factory.createSuper(), undefined, [spread])
        : factory.createThis();
      const body = factory.createBlock([statement(instance, origin)], true);
      return factory.createConstructorDeclaration(undefined, parameters, body);
    },
  };
}

function importCensus(
  factory: ts.NodeFactory,
  names: Readonly<Record<'define' | 'track', ts.Identifier>>,
): ts.Statement {
  const specifiers = Object.entries(names).map(([name, local]) =>
    factory.createImportSpecifier(false, factory.createIdentifier(name), local),
  );
  const clause = factory.createImportClause(undefined, undefined, factory.createNamedImports(specifiers));
  return factory.createImportDeclaration(undefined, clause, factory.createStringLiteral(censusModule, true));
}
