/** Folds lines of highlighted code under a summary, each stretch of the program in a text of its own. */

import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];
type Root = Parameters<NonNullable<Transformer['root']>>[0];
type Pre = Parameters<NonNullable<Transformer['pre']>>[0];
type Content = Pre['children'][number];

/** Line numbers count from 1; `to` is the last one. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly summary: string;
}

/**
 * A transformer for programs with these folds, which follow each other. Without any the code stays one text. Each text
 * carries the number of its first line as `data-first`, since the lines of a closed fold count for nothing.
 */
export function foldLines(folds: readonly Fold[]): Transformer {
  return {
    name: 'fold-lines',
    root(root) {
      const [pre] = root.children;
      if (folds.length === 0 || pre?.type !== 'element') return;
      root.children = [element('div', { class: 'll-folding' }, stretchesOf(pre, folds))] as Root['children'];
    },
  };
}

function stretchesOf(pre: Pre, folds: readonly Fold[]): Content[] {
  const [code] = pre.children;
  if (code?.type !== 'element') return [pre];
  const lines = code.children.filter(({ type }) => type === 'element');
  const text = (from: number, to: number): Content => {
    const inside = lines.slice(from - 1, to).flatMap((line, at) => (at === 0 ? [line] : [lineEnd, line]));
    const style = `${pre.properties.style ?? ''};--first:${from}`;
    return element('pre', { ...pre.properties, style, 'data-first': from }, [{ ...code, children: inside }]);
  };
  let next = 1;
  const stretches = folds.flatMap(({ from, to, summary }) => {
    const before = from > next ? [text(next, from - 1)] : [];
    next = to + 1;
    const head = element('summary', {}, [{ type: 'text', value: summary }]);
    return [...before, element('details', { class: 'll-fold' }, [head, text(from, to)])];
  });
  return next > lines.length ? stretches : [...stretches, text(next, lines.length)];
}

const lineEnd: Content = { type: 'text', value: '\n' };

function element(tagName: string, properties: Pre['properties'], children: Content[]): Pre {
  return { type: 'element', tagName, properties, children };
}
