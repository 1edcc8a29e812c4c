/** The heap of a bare QuickJS that has run one module: no server, no census, nothing but the program. */

import { EvalFlags, QuickJS } from 'quickjs-wasi';
import { dominators, retainedBytes } from '../heap/dominators.ts';
import { readGraph, type HeapGraph } from '../heap/graph.ts';
import type { HeapExports } from '../host/heap-exports.ts';
import { Names } from '../heap/names.ts';
import type { PathSources } from '../heap/path-sources.ts';
import { pathsTo } from '../heap/paths.ts';
import type { HeapPath } from '../heap/report.ts';
import { globalNames, isForeign, ownAddresses, rootsOf } from '../heap/roots.ts';
import { walk } from '../heap/walk.ts';
import { readAssets } from '../node/assets.ts';

const assets = readAssets();

export interface BareHeap {
  readonly vm: QuickJS;
  readonly graph: HeapGraph;
  readonly names: Names;
  /** Paths to the instances of a class, each with their number in `count`. */
  readonly pathsTo: (name: string) => readonly HeapPath[];
  /** Instances of a class. */
  readonly nodesOf: (name: string) => readonly number[];
  /** Bytes that the machine counts, and of those the ones that are in no node: its own tables. */
  readonly bytes: number;
  readonly outside: number;
}

/** What the library exports of the engine's own, which its types leave out. */
export function exportsOf(vm: QuickJS): HeapExports {
  return vm._getExports() as unknown as HeapExports;
}

/** Runs a module, and its promise jobs unless they are to be `left`, and reads what there is then. It may wait for what never comes. */
export async function bareHeap(
  source: string,
  { jobs = 'run' }: { readonly jobs?: 'run' | 'left' } = {},
): Promise<BareHeap> {
  const vm = await QuickJS.create({ wasm: (await assets).wasm });
  const empty = readGraph(exportsOf(vm));
  const [globals, own] = [globalNames(empty), ownAddresses(empty)];
  vm.evalCode(source, 'program', EvalFlags.TYPE_MODULE).dispose();
  if (jobs === 'run') vm.executePendingJobs();
  vm.runGC();
  const graph = readGraph(exportsOf(vm));
  const byName = new Names(graph, new Map());
  const nodesOf = (name: string): readonly number[] =>
    Array.from({ length: graph.count }, (_, node) => node).filter((node) => {
      const { kind, of } = byName.thing(node);
      return kind === 'object' && of === name;
    });
  const pathsOf = (name: string): readonly HeapPath[] => {
    const nodes = nodesOf(name);
    const names = new Names(graph, new Map(nodes.map((node) => [node, name])));
    const entries = rootsOf(graph, globals, new Set());
    const tree = dominators(
      { count: graph.count, first: graph.firstEdge, to: graph.edgeTo },
      entries.map(({ node }) => node),
    );
    const sources: PathSources = {
      graph,
      names,
      entries,
      tree,
      withTexts: true,
      collector: { weak: new Set(), hidden: new Set(), carriers: new Set() },
      census: undefined,
      isForeign: (node) => isForeign(graph, own, node),
      retained: retainedBytes(tree, graph.bytes),
      statusOf: () => undefined,
      isGrowing: () => false,
      lineOf: () => undefined,
    };
    return pathsTo(sources, name, nodes, walk(sources)).map(({ path }) => path);
  };
  const bytes = vm.getMemoryUsage().mallocSize;
  const inNodes = graph.bytes.reduce((sum, each) => sum + each, 0);
  return {
    vm,
    graph,
    names: byName,
    nodesOf,
    pathsTo: pathsOf,
    bytes,
    outside: bytes - inNodes - tableBytes(graph),
  };
}

/** Tables of the runtime's that grow with a program, by their places behind the list of objects: atoms, their hashes, shapes. */
const runtimeTables = [-28, -32, 172];

function tableBytes({ memory }: HeapGraph): number {
  return runtimeTables.reduce((sum, at) => sum + memory.sizeOf(memory.word(memory.objects + at)), 0);
}
