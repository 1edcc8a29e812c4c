/** Where paths begin: what lives by itself, named as a reader would name it. */

import { edge } from './edges.ts';
import { nodeKind, type HeapGraph } from './graph.ts';
import {
  finalization,
  isFunctionClass,
  isNativeClass,
  module as moduleLayout,
  object,
  realm,
  string,
} from './layout.ts';
import type { Root } from './report.ts';

/** Modules of the machine’s that a path is named by; `server-holders.test.ts` fails when one is renamed. */
const programModule = 'program';
const clockModule = 'guest/clock.ts';
const censusModule = 'guest/census.ts';

/** One way in: the node, what it is a root of, and the edge by which it is entered where a variable or property names it. */
export interface Entry {
  readonly root: Root;
  /** What refers to it; the node itself where nothing does. */
  readonly holder: number;
  readonly edge: number | undefined;
  readonly node: number;
  /** Whether its own name is no step of a path: a path begins with what it refers to. */
  readonly isHidden: boolean;
}

/**
 * All ways in, in the order in which paths are sought: the program’s bindings, globals, timers, jobs, the server, and last what only a
 * call under way held. `globals` are names that the global object had before the program came.
 */
export function rootsOf(
  graph: HeapGraph,
  globals: ReadonlySet<string>,
  weak: ReadonlySet<number>,
): readonly Entry[] {
  return [
    ...bindings(graph, programModule),
    ...globalProperties(graph, globals),
    ...timers(graph),
    ...jobs(graph),
    ...weakTargets(graph, weak),
    ...servers(graph),
  ];
}

/** Variables of a module. */
function bindings(graph: HeapGraph, name: string): readonly Entry[] {
  const made = moduleFunction(graph, name);
  if (made === undefined) return [];
  return variables(graph, made, 'module');
}

/** Variables that a module’s function has, as roots of that sort. */
function variables(graph: HeapGraph, made: number, root: Root): readonly Entry[] {
  return edgesOf(graph, made)
    .filter((at) => graph.edgeKind[at] === edge.captured)
    .map((at) => ({ root, holder: made, edge: at, node: graph.edgeTo[at]!, isHidden: true }));
}

/** The function that a module’s code is; its captured variables are the module’s bindings. */
function moduleFunction(graph: HeapGraph, name: string): number | undefined {
  const { memory, address } = graph;
  const module = nodesOf(graph, nodeKind.module).find(
    (node) => memory.atom(memory.word(address[node]! + moduleLayout.name)) === name,
  );
  return module === undefined ? undefined : functionOf(graph, module);
}

function functionOf({ memory, address, at }: HeapGraph, module: number): number | undefined {
  return at(memory.target(address[module]! + moduleFunctionSlot));
}

const moduleFunctionSlot = 80;

/** The value of a binding of one of the machine’s own modules. */
export function bindingOf(graph: HeapGraph, name: string, variable: string): number | undefined {
  const made = moduleFunction(graph, name);
  if (made === undefined) return undefined;
  const at = edgesOf(graph, made).find(
    (each) => graph.edgeKind[each] === edge.captured && graph.memory.atom(graph.edgeName[each]!) === variable,
  );
  if (at === undefined) return undefined;
  const [value] = edgesOf(graph, graph.edgeTo[at]!);
  return value === undefined ? undefined : graph.edgeTo[value];
}

/** What the census notes of each instance that is alive: where it was made. */
export interface Tracked {
  /** Number of the class. */
  readonly site: number;
  /** Transaction, or slice of the run, in which it was made; 0 for none. */
  readonly made: number;
}

/** The registry by which the census hears of the end of each instance. */
export function censusRegistry(graph: HeapGraph): number | undefined {
  return bindingOf(graph, censusModule, 'registry');
}

/** Instances of the program’s classes that are alive, from the census’s own list. `sites` is one more than the program has classes. */
export function trackedInstances(graph: HeapGraph, sites: number): ReadonlyMap<number, Tracked> {
  const tracked = new Map<number, Tracked>();
  const registry = censusRegistry(graph);
  if (registry === undefined) return tracked;
  const { memory } = graph;
  const entries = memory.word(graph.address[registry]! + 24);
  for (const entry of memory.list(entries)) {
    const node = graph.at(memory.target(entry + finalization.target));
    const held = memory.number(entry + finalization.held);
    if (node === undefined || held === undefined) continue;
    tracked.set(node, { site: held % sites, made: Math.floor(held / sites) });
  }
  return tracked;
}

function globalProperties(graph: HeapGraph, known: ReadonlySet<string>): readonly Entry[] {
  const { memory } = graph;
  const found: Entry[] = [];
  for (const slot of globalSlots) {
    const holder = graph.at(memory.target(memory.realm + slot));
    if (holder === undefined) continue;
    for (const at of edgesOf(graph, holder)) {
      const kind = graph.edgeKind[at];
      if (kind !== edge.property && kind !== edge.getter && kind !== edge.setter) continue;
      if (known.has(memory.atom(graph.edgeName[at]!))) continue;
      found.push({ root: 'global', holder, edge: at, node: graph.edgeTo[at]!, isHidden: false });
    }
  }
  return found;
}

/** In `JSContext`: the global object, and global variables that are none of its properties. */
const globalSlots = [realm.globalObject, realm.lastValue];

/** Names of all properties of the global object. */
export function globalNames(graph: HeapGraph): ReadonlySet<string> {
  return new Set(
    globalProperties(graph, new Set()).map(({ edge: at }) => graph.memory.atom(graph.edgeName[at!]!)),
  );
}

/** Addresses of all functions, and of all names of properties; before a program comes, they are the machine’s own. */
export function ownAddresses({ count, kind, address, memory }: HeapGraph): ReadonlySet<number> {
  const found = new Set<number>();
  for (let node = 0; node < count; node++) {
    const at = address[node]!;
    if (isFunction(kind[node]!, memory, at) || isName(kind[node]!, memory, at)) found.add(at);
  }
  return found;
}

/** Whether no way from the program to what it holds goes through a node: the realm, or one of the machine’s own functions. */
export function isForeign({ kind, address }: HeapGraph, own: ReadonlySet<number>, node: number): boolean {
  return kind[node] === nodeKind.realm || (kind[node] === nodeKind.object && own.has(address[node]!));
}

function isFunction(kind: number, memory: HeapGraph['memory'], at: number): boolean {
  const of = memory.half(at + object.classId);
  return kind === nodeKind.object && (isFunctionClass(of) || isNativeClass(of));
}

/** Whether a string is one that the engine keeps once for all that are called so. */
function isName(kind: number, memory: HeapGraph['memory'], at: number): boolean {
  return kind === nodeKind.string && memory.word(at + string.hash) >>> 30 !== 0;
}

/** What a timer that is still to fire would call, and with what. */
function timers(graph: HeapGraph): readonly Entry[] {
  const heap = bindingOf(graph, clockModule, 'heap');
  if (heap === undefined) return [];
  return edgesOf(graph, heap)
    .filter((at) => graph.edgeKind[at] === edge.element)
    .map((at) => ({ root: 'timer', holder: heap, edge: at, node: graph.edgeTo[at]!, isHidden: true }));
}

function jobs(graph: HeapGraph): readonly Entry[] {
  return nodesOf(graph, nodeKind.job).map((node) => ({
    root: 'job',
    holder: node,
    edge: undefined,
    node,
    isHidden: true,
  }));
}

/** What only waits for the collector. */
function weakTargets({ edgeTo }: HeapGraph, weak: ReadonlySet<number>): readonly Entry[] {
  return [...weak].map((at) => ({
    root: 'collector',
    holder: -1,
    edge: at,
    node: edgeTo[at]!,
    isHidden: false,
  }));
}

/** All other modules with their variables, and the realm with its built-ins. */
function servers(graph: HeapGraph): readonly Entry[] {
  const modules = nodesOf(graph, nodeKind.module);
  const made = modules.flatMap((node) => {
    const found = functionOf(graph, node);
    return found === undefined ? [] : variables(graph, found, 'server');
  });
  const others = [...modules, ...nodesOf(graph, nodeKind.realm)].map(
    (node) => ({ root: 'server', holder: node, edge: undefined, node, isHidden: true }) as const,
  );
  return [...made, ...others];
}

function nodesOf(graph: HeapGraph, kind: number): readonly number[] {
  const found: number[] = [];
  for (let node = 0; node < graph.count; node++) if (graph.kind[node] === kind) found.push(node);
  return found;
}

function edgesOf(graph: HeapGraph, node: number): readonly number[] {
  const first = graph.firstEdge[node]!;
  return Array.from({ length: graph.firstEdge[node + 1]! - first }, (_, n) => first + n);
}
