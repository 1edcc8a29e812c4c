/** Writes U+2028 and U+2029 in texts as escapes: TypeScript counts lines by them when it maps the emitted code, the engine does not. */

import type ts from 'typescript-program';

const separators = /[\u2028\u2029]/;

function escaped(text: string): string {
  return text.replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);
}

/** An `after` transformer, which comes before all others. What a tag is given raw stays as it was written. */
export function createSeparatorEscapes(typescript: typeof ts): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (emitted) => {
    const { factory } = context;
    const written = (node: ts.Node): ts.Node => {
      if (typescript.isStringLiteral(node)) return factory.createStringLiteral(node.text);
      const { text, rawText = text } = node as ts.TemplateLiteralLikeNode;
      const raw = escaped(rawText);
      if (typescript.isNoSubstitutionTemplateLiteral(node))
        return factory.createNoSubstitutionTemplateLiteral(text, raw);
      if (typescript.isTemplateHead(node)) return factory.createTemplateHead(text, raw);
      if (typescript.isTemplateMiddle(node)) return factory.createTemplateMiddle(text, raw);
      return typescript.isTemplateTail(node) ? factory.createTemplateTail(text, raw) : node;
    };
    const visit = (node: ts.Node): ts.Node => {
      if (typescript.isTaggedTemplateExpression(node)) return node;
      const visited = typescript.visitEachChild(node, visit, context);
      const isText = typescript.isStringLiteral(visited) || typescript.isTemplateLiteralToken(visited);
      if (!isText || !separators.test(visited.text)) return visited;
      return typescript.setSourceMapRange(written(visited), typescript.getSourceMapRange(node));
    };
    return separators.test(emitted.text) ? typescript.visitEachChild(emitted, visit, context) : emitted;
  };
}
