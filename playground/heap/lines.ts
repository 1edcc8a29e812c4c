/** Lines in the reader's source, for what a heap knows by its place in the compiled program, or by its name alone. */

import { createPositions } from '../compiler/positions.ts';
import type { CompiledProgram } from '../record.ts';
import type { Thing } from './names.ts';

/** Line of a thing, or of the module's binding of that name; undefined where the reader has written none. */
export type LineOf = (thing: Thing, binding?: string) => number | undefined;

/** Reads the lines of one program. */
export function linesOf({ code, map, sites }: Pick<CompiledProgram, 'code' | 'map' | 'sites'>): LineOf {
  const positions = createPositions(map);
  const classes = new Map(sites.map(({ name, line }) => [name, line]));
  const bindings = new Map<string, number | undefined>();
  const lines = code.split('\n');
  const bindingLine = (name: string): number | undefined => {
    if (!bindings.has(name)) bindings.set(name, declaredAt(lines, name, positions));
    return bindings.get(name);
  };
  return (thing, binding) => {
    if (binding !== undefined) return bindingLine(binding);
    if (thing.kind === 'instance') return classes.get(thing.of);
    return thing.place === undefined ? undefined : positions(thing.place.line, thing.place.column)?.line;
  };
}

/** The compiler writes what stands at a program's top without an indent, a declaration on a line of its own. */
function declaredAt(
  lines: readonly string[],
  name: string,
  positions: ReturnType<typeof createPositions>,
): number | undefined {
  const escaped = name.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
  const declaration = new RegExp(
    `^(?:export )?(?:default )?(?:const|let|var|class|(?:async )?function\\*?) (?=${escaped}(?![\\w$]))`,
  );
  for (const [at, line] of lines.entries()) {
    const found = declaration.exec(line);
    if (found !== null) return positions(at + 1, found[0].length + 1)?.line;
  }
  return undefined;
}
