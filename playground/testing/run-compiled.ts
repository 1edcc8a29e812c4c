/** Runs compiled programs in Node for tests: for what a program exports, and for what its errors look like there. */

import type { CompiledProgram } from '../record.ts';
import { censusModule } from '../compiler/options.ts';
import { createPositions, type Position } from '../compiler/positions.ts';

/** In place of the machine's census: nothing is counted here. */
const censusCode = 'export const define = () => {}; export const track = (instance) => instance;';

/** Loads a compiled program as the module that it is, and gives its exports. What it throws on the way comes out of here. */
export async function runCompiled({ code }: CompiledProgram): Promise<Readonly<Record<string, unknown>>> {
  // A source that was run before is another module, and runs anew.
  const census = toUrl(`${censusCode} // ${(runs += 1)}`);
  const exports: unknown = await import(
    /* @vite-ignore */ toUrl(code.replace(`'${censusModule}'`, `'${census}'`))
  );
  return exports as Readonly<Record<string, unknown>>;
}

let runs = 0;

function toUrl(code: string): string {
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}

/** The places of an error's stack that are the reader's, as Node saw them, the innermost first. */
export function stackOf(error: unknown, { map }: CompiledProgram): readonly Position[] {
  if (!(error instanceof Error)) return [];
  const positions = createPositions(map);
  const places = (error.stack ?? '').matchAll(/data:text\/javascript[^\s:]*:(\d+):(\d+)/g);
  return [...places].flatMap(([, line, column]) => positions(Number(line), Number(column)) ?? []);
}
