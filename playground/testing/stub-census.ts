/** Runs compiled programs in Node for tests, with a census of a few lines in place of the machine's. */

import type { ClassSite, CompiledProgram } from '../protocol.ts';
import { censusModule } from '../compiler/options.ts';
import { createPositions, type Position } from '../compiler/positions.ts';

type Class = abstract new (...values: never[]) => object;

/** What a program exported, and every instance that the census took, by the display name of its class. */
export interface Ran {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly created: ReadonlyMap<string, readonly object[]>;
}

/** Loads a compiled program as the module that it is. What it throws on the way comes out of here. */
export async function runCompiled({ code, sites }: CompiledProgram): Promise<Ran> {
  const created = new Map<string, object[]>();
  const census = createStubCensus(sites, created);
  const key = `census ${(runs += 1)}`;
  Object.assign(globalThis, { [key]: census });
  const stub = toUrl(`export const { define, track } = globalThis[${JSON.stringify(key)}];`);
  const exports: unknown = await import(
    /* @vite-ignore */ toUrl(code.replace(`'${censusModule}'`, `'${stub}'`))
  );
  return { exports: exports as Ran['exports'], created };
}

let runs = 0;

function toUrl(code: string): string {
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}

/** An instance counts when the class that tracks it is the one nearest to the root, and then once. */
function createStubCensus(sites: readonly ClassSite[], created: Map<string, object[]>) {
  const siteOf = new WeakMap<object, number>();
  const known = new WeakSet();
  return {
    define: (constructor: Class, site: number): void => void siteOf.set(constructor, site),
    track: <T extends object>(instance: T, newTarget: Class, site: number): T => {
      const chain: number[] = [];
      for (
        let each: object | null = newTarget;
        each !== null;
        each = Object.getPrototypeOf(each) as object | null
      ) {
        const found = siteOf.get(each);
        if (found !== undefined) chain.push(found);
      }
      const name = sites[chain[0] ?? -1]?.name ?? 'unknown';
      if (chain.at(-1) === site && !known.has(instance))
        created.set(name, [...(created.get(name) ?? []), instance]);
      known.add(instance);
      return instance;
    },
  };
}

/** The places of an error's stack that are the reader's, as Node saw them, the innermost first. */
export function stackOf(error: unknown, { map }: CompiledProgram): readonly Position[] {
  if (!(error instanceof Error)) return [];
  const positions = createPositions(map);
  const places = (error.stack ?? '').matchAll(/data:text\/javascript[^\s:]*:(\d+):(\d+)/g);
  return [...places].flatMap(([, line, column]) => positions(Number(line), Number(column)) ?? []);
}
