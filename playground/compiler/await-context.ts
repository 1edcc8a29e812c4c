/**
 * Lets `await` keep the stores of AsyncLocalStorage: the engine has no hook for it, so the code says it itself. Only
 * for programs that import node:async_hooks.
 *
 *     value = await work;   →   value = resume(await pass(work, frame = save()), frame, frame = void 0);
 *
 * `frame` is the function's own; it is set exactly while the function has stopped, so that a catch or finally knows
 * whether an await was rejected (`frame = rejoin(frame)`). What a generator yields to is not covered.
 */

import type ts from 'typescript-program';
import { contextModule } from './options.ts';

/** The frame of one function, or of the module; its variable is declared only if an await asked for it. */
interface Scope {
  readonly frame: ts.Identifier;
  readonly others: ts.Identifier[];
  isUsed: boolean;
}

/** To be used as an `after` transformer, behind the one that tracks classes. */
export function createAwaitContext(typescript: typeof ts): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (emitted) => new AwaitContext(typescript, context).transform(emitted);
}

class AwaitContext {
  readonly #ts: typeof ts;
  readonly #context: ts.TransformationContext;
  readonly #factory: ts.NodeFactory;
  readonly #names: Readonly<Record<'save' | 'pass' | 'resume' | 'rejoin' | 'enter', ts.Identifier>>;
  #scope: Scope | undefined;

  constructor(typescript: typeof ts, context: ts.TransformationContext) {
    this.#ts = typescript;
    this.#context = context;
    this.#factory = context.factory;
    const name = (text: string): ts.Identifier => this.#unique(text);
    this.#names = {
      save: name('__save'),
      pass: name('__pass'),
      resume: name('__resume'),
      rejoin: name('__rejoin'),
      enter: name('__enter'),
    };
  }

  transform(file: ts.SourceFile): ts.SourceFile {
    const { node, scope } = this.#inScope(() => this.#ts.visitEachChild(file, this.#visit, this.#context));
    const statements = scope.isUsed ? [this.#declaration(scope), ...node.statements] : node.statements;
    return this.#factory.updateSourceFile(node, [this.#imported(), ...statements]);
  }

  readonly #visit = (node: ts.Node): ts.VisitResult<ts.Node> => {
    if (this.#ts.isFunctionLike(node)) return this.#visitFunction(node);
    if (this.#ts.isAwaitExpression(node)) return this.#visitAwait(node);
    if (this.#ts.isForOfStatement(node) && node.awaitModifier !== undefined) return this.#visitForAwait(node);
    if (this.#ts.isLabeledStatement(node)) return this.#visitLabeled(node);
    if (this.#ts.isTryStatement(node) && this.#scope !== undefined) return this.#visitTry(node, this.#scope);
    return this.#ts.visitEachChild(node, this.#visit, this.#context);
  };

  #visitFunction(node: ts.SignatureDeclaration): ts.Node {
    const outer = this.#scope;
    const modifiers = this.#ts.canHaveModifiers(node) ? this.#ts.getModifiers(node) : undefined;
    const isAsync = modifiers?.some(({ kind }) => kind === this.#ts.SyntaxKind.AsyncKeyword) === true;
    if (isAsync) {
      const { node: visited, scope } = this.#inScope(() =>
        this.#ts.visitEachChild(node, this.#visit, this.#context),
      );
      return scope.isUsed ? this.#withDeclaration(visited, scope) : visited;
    }
    this.#scope = undefined;
    const visited = this.#ts.visitEachChild(node, this.#visit, this.#context);
    this.#scope = outer;
    return visited;
  }

  #visitAwait(node: ts.AwaitExpression): ts.Node {
    const operand = this.#ts.visitNode(node.expression, this.#visit, this.#ts.isExpression);
    const scope = this.#use();
    const { pass, resume, save } = this.#names;
    const taken = this.#factory.createAssignment(scope.frame, this.#call(save));
    const awaited = this.#factory.updateAwaitExpression(node, this.#call(pass, operand, taken));
    const cleared = this.#factory.createAssignment(scope.frame, this.#factory.createVoidZero());
    const resumed = this.#call(resume, awaited, scope.frame, cleared);
    return this.#ts.setSourceMapRange(resumed, this.#ts.getSourceMapRange(node));
  }

  /** The body, and what follows the loop, run under the frame in which the loop began. */
  #visitForAwait(node: ts.ForOfStatement): ts.Node[] {
    const scope = this.#use();
    const loop = this.#unique('__loop');
    scope.others.push(loop);
    const { pass, save, enter } = this.#names;
    const taken = this.#factory.createAssignment(
      scope.frame,
      this.#factory.createAssignment(loop, this.#call(save)),
    );
    const initializer = this.#ts.visitNode(node.initializer, this.#visit, this.#ts.isForInitializer);
    const iterated = this.#ts.visitNode(node.expression, this.#visit, this.#ts.isExpression);
    const body = this.#ts.visitNode(node.statement, this.#visit, this.#ts.isStatement);
    const entered = (): ts.Statement => this.#factory.createExpressionStatement(this.#call(enter, loop));
    const block = this.#factory.createBlock([entered(), body], true);
    const updated = this.#factory.updateForOfStatement(
      node,
      node.awaitModifier,
      initializer,
      this.#call(pass, iterated, taken),
      block,
    );
    return [updated, entered()];
  }

  #visitLabeled(node: ts.LabeledStatement): ts.VisitResult<ts.Node> {
    const visited = this.#visit(node.statement);
    const [first, ...after] = Array.isArray(visited)
      ? (visited as ts.Statement[])
      : [visited as ts.Statement];
    return [this.#factory.updateLabeledStatement(node, node.label, first!), ...after];
  }

  #visitTry(node: ts.TryStatement, scope: Scope): ts.Node {
    const visited = this.#ts.visitEachChild(node, this.#visit, this.#context);
    if (!scope.isUsed) return visited;
    const rejoined = (block: ts.Block): ts.Block => {
      const call = this.#call(this.#names.rejoin, scope.frame);
      const first = this.#factory.createExpressionStatement(
        this.#factory.createAssignment(scope.frame, call),
      );
      return this.#factory.updateBlock(block, [first, ...block.statements]);
    };
    const { catchClause, finallyBlock } = visited;
    return this.#factory.updateTryStatement(
      visited,
      visited.tryBlock,
      catchClause &&
        this.#factory.updateCatchClause(
          catchClause,
          catchClause.variableDeclaration,
          rejoined(catchClause.block),
        ),
      finallyBlock && rejoined(finallyBlock),
    );
  }

  #inScope<T>(visit: () => T): { readonly node: T; readonly scope: Scope } {
    const outer = this.#scope;
    const scope: Scope = { frame: this.#unique('__frame'), others: [], isUsed: false };
    this.#scope = scope;
    const node = visit();
    this.#scope = outer;
    return { node, scope };
  }

  #use(): Scope {
    if (this.#scope === undefined)
      throw new Error('An await stands outside of any function that could wait.');
    this.#scope.isUsed = true;
    return this.#scope;
  }

  #withDeclaration(node: ts.Node, scope: Scope): ts.Node {
    const { factory } = this.#context;
    const declare = (body: ts.Block): ts.Block =>
      factory.updateBlock(body, [this.#declaration(scope), ...body.statements]);
    if (this.#ts.isArrowFunction(node)) {
      const { body } = node;
      const block = this.#ts.isBlock(body)
        ? declare(body)
        : factory.createBlock([this.#declaration(scope), factory.createReturnStatement(body)], true);
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken } = node;
      return factory.updateArrowFunction(
        node,
        modifiers,
        typeParameters,
        parameters,
        type,
        equalsGreaterThanToken,
        block,
      );
    }
    // Any other async function has a block for its body.
    return this.#ts.visitEachChild(
      node,
      (child) => (this.#ts.isBlock(child) ? declare(child) : child),
      this.#context,
    );
  }

  #declaration({ frame, others }: Scope): ts.Statement {
    const declared = [frame, ...others].map((name) => this.#factory.createVariableDeclaration(name));
    const list = this.#factory.createVariableDeclarationList(declared, this.#ts.NodeFlags.Let);
    return this.#factory.createVariableStatement(undefined, list);
  }

  #imported(): ts.Statement {
    const specifiers = Object.entries(this.#names).map(([name, local]) =>
      this.#factory.createImportSpecifier(false, this.#factory.createIdentifier(name), local),
    );
    const named = this.#factory.createNamedImports(specifiers);
    const clause = this.#factory.createImportClause(undefined, undefined, named);
    const module = this.#factory.createStringLiteral(contextModule, true);
    return this.#factory.createImportDeclaration(undefined, clause, module);
  }

  #call(callee: ts.Identifier, ...values: readonly ts.Expression[]): ts.CallExpression {
    return this.#factory.createCallExpression(callee, undefined, values);
  }

  #unique(text: string): ts.Identifier {
    const { Optimistic, FileLevel } = this.#ts.GeneratedIdentifierFlags;
    return this.#factory.createUniqueName(text, Optimistic | FileLevel);
  }
}
