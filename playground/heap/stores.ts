/** Reads, from a run that was watched, who put entries into what holds a path's things, and who took them out. */

import { createPositions, type Positions } from '../compiler/positions.ts';
import { ending } from '../guest/fields.ts';
import { edge } from './edges.ts';
import type { HeapGraph } from './graph.ts';
import { classId, object, record, weakKind, weakReference } from './layout.ts';
import { holderOf } from './cut.ts';
import type { StoreSite } from './report.ts';
import { bindingOf } from './roots.ts';

const module = 'guest/platform/store-watch.ts';

/** What a container is emptied by, said where nobody ever did. */
const removers: Readonly<Record<number, string>> = {
  [classId.map]: 'delete',
  [classId.set]: 'delete',
  [classId.array]: 'splice',
};

/**
 * Methods by which entries came into the holders of these edges and left them, each place in the program once, with how the transactions
 * ended that called them. Undefined where the holders are no Maps, Sets or arrays, or where more happened than was noted.
 */
export function storesOf(
  graph: HeapGraph,
  edges: readonly number[],
  endings: Uint8Array,
  map: string,
): readonly StoreSite[] | undefined {
  const holders = [...new Set(edges.map((at) => holderOf(graph, at)))];
  const kinds = new Set(holders.map((node) => graph.memory.half(graph.address[node]! + object.classId)));
  const [kind] = kinds;
  const remover = kind === undefined || kinds.size > 1 ? undefined : removers[kind];
  const sites = siteTexts(graph);
  if (remover === undefined || sites === undefined) return undefined;
  const positions = createPositions(map);
  const found = new Map<number, Calls>();
  for (const holder of holders) {
    const events = eventsOf(graph, holder);
    if (events === undefined) return undefined;
    for (let at = 0; at < events.length; at += 2) {
      const place = events[at]!;
      add(found, place, () => storeSite(sites[place] ?? '', positions), endings[events[at + 1]!] ?? 0);
    }
  }
  const anyFailed = endings.includes(ending.failed);
  const told = [...found.values()]
    .map(({ site, count, committed, failed }): StoreSite => ({
      ...site,
      count,
      ...(anyFailed ? { byEnding: { committed, failed } } : {}),
    }))
    .toSorted((a, b) => Number(isRemoval(a)) - Number(isRemoval(b)) || b.count - a.count);
  if (told.length === 0) return undefined;
  return told.some(isRemoval) ? told : [...told, { method: remover, count: 0 }];
}

function isRemoval({ method }: StoreSite): boolean {
  return !['set', 'add', 'push', 'unshift'].includes(method);
}

/** How often something was called at one place, by how the transactions ended. */
interface Calls {
  readonly site: Pick<StoreSite, 'method' | 'line'>;
  count: number;
  committed: number;
  failed: number;
}

function add(found: Map<number, Calls>, place: number, site: () => Calls['site'], end: number): void {
  let calls = found.get(place);
  if (calls === undefined) found.set(place, (calls = { site: site(), count: 0, committed: 0, failed: 0 }));
  calls.count++;
  if (end === ending.committed) calls.committed++;
  if (end === ending.failed) calls.failed++;
}

function storeSite(text: string, positions: Positions): Calls['site'] {
  const [, method = '', line, column] = /^(\w+) program:(\d+):(\d+)$/.exec(text) ?? [];
  const at = positions(Number(line), Number(column))?.line;
  return { method, ...(at === undefined ? {} : { line: at }) };
}

/** What was noted of a container: pairs of a site and a transaction. Undefined where there is nothing, or not all. */
function eventsOf(graph: HeapGraph, holder: number): readonly number[] | undefined {
  const stores = bindingOf(graph, module, 'stores');
  if (stores === undefined) return undefined;
  const { memory, address, at } = graph;
  const map = memory.word(address[stores]! + object.own);
  for (
    let note = memory.word(address[holder]! + object.firstWeakReference);
    note !== 0;
    note = memory.word(note + weakReference.next)
  ) {
    const entry = memory.word(note + weakReference.target);
    if (memory.word(note + weakReference.kind) !== weakKind.map || memory.word(entry + record.map) !== map)
      continue;
    const store = at(memory.target(entry + record.value));
    if (store === undefined || secondNumber(graph, store) !== 0) return undefined;
    const events = propertyOf(graph, store, 'events');
    return events === undefined ? undefined : elementsOf(graph, events);
  }
  return [];
}

function siteTexts(graph: HeapGraph): readonly string[] | undefined {
  const sites = bindingOf(graph, module, 'sites');
  if (sites === undefined) return undefined;
  const { memory, firstEdge, edgeKind, edgeSlot } = graph;
  const texts: string[] = [];
  for (let at = firstEdge[sites]!; at < firstEdge[sites + 1]!; at++) {
    if (edgeKind[at] === edge.element) texts.push(memory.textOf(edgeSlot[at]!));
  }
  return texts;
}

function propertyOf(graph: HeapGraph, node: number, name: string): number | undefined {
  for (let at = graph.firstEdge[node]!; at < graph.firstEdge[node + 1]!; at++) {
    if (graph.edgeKind[at] === edge.property && graph.memory.atom(graph.edgeName[at]!) === name)
      return graph.edgeTo[at];
  }
  return undefined;
}

/** The second property of an object: how many events were too many to be noted. A number is no reference, and so no edge. */
function secondNumber({ memory, address }: HeapGraph, node: number): number | undefined {
  return memory.number(memory.word(address[node]! + object.properties) + 8);
}

function elementsOf({ memory, address }: HeapGraph, node: number): readonly number[] {
  const own = address[node]! + object.own;
  const first = memory.word(own + 4);
  return Array.from({ length: memory.word(own + 8) }, (_, n) => memory.number(first + 8 * n) ?? 0);
}
