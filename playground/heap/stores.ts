/** Reads, from a run that was watched, who put entries into what holds a path's things, and who took them out. */

import { createPositions, type Positions } from '../compiler/positions.ts';
import { ending } from '../guest/fields.ts';
import { edge } from './edges.ts';
import type { CuttablePath } from './paths.ts';
import type { Reading } from './reading.ts';
import { nodeKind, type HeapGraph } from './graph.ts';
import { classId, object, record, weakKind, weakReference } from './layout.ts';
import { holderOf } from './cut.ts';
import { isStoring, type HeapReport, type PathStep, type StepKind, type StoreSite } from './report.ts';
import { bindingOf } from './roots.ts';
import type { WatchedKeys } from './watch-assignments.ts';

const module = 'guest/platform/store-notes.ts';

/** `= program:12:7 next`: method, line, column, and the key where code has it written out. */
const sitePattern = /^(.+) program:(\d+):(\d+)(?: (.+))?$/s;

/** What a container is emptied by, said where nobody ever did. */
const removers: Readonly<Record<number, string>> = {
  [classId.map]: 'delete',
  [classId.set]: 'delete',
  [classId.array]: 'splice',
};

/** Ways of holding that a program changes by assignment. */
const assigned: ReadonlySet<StepKind> = new Set(['property', 'element', 'symbol']);

/** Keys of the faulty references of a report whose assignments have to be watched. */
export function watchedKeys({ classes }: Pick<HeapReport, 'classes'>): WatchedKeys {
  const faulty = classes.flatMap(({ paths }) =>
    paths.flatMap((path) =>
      path.faulty === undefined ? [] : path.steps.slice(path.faulty, path.faulty + 1),
    ),
  );
  const steps = faulty.filter(({ kind }) => assigned.has(kind));
  return {
    names: new Set(steps.filter((step) => !isComputed(step)).map(({ name }) => name)),
    computed: steps.some(isComputed),
  };
}

/** Whether the key of a step is one that no line has written out. */
function isComputed({ kind, name }: Pick<PathStep, 'kind' | 'name'>): boolean {
  return kind === 'symbol' || name.includes('*');
}

/**
 * What put entries into the holders of a path's faulty step and took them out, each place in the program once, with how the
 * transactions ended that did it. Undefined where nothing was seen, or not all.
 */
export function storesOf(
  reading: Pick<Reading, 'graph' | 'step'>,
  { path, ownEdges }: Pick<CuttablePath, 'path' | 'ownEdges'>,
  endings: Uint8Array,
  map: string,
): readonly StoreSite[] | undefined {
  const { graph } = reading;
  const step = path.steps[path.faulty ?? 0];
  const holders = [...new Set(ownEdges.map((at) => holderOf(graph, at)))];
  const kinds = new Set(holders.map((node) => graph.memory.half(graph.address[node]! + object.classId)));
  const [kind] = kinds;
  const sites = siteTexts(graph);
  if (step === undefined || kind === undefined || kinds.size > 1 || sites === undefined) return undefined;
  const remover = removers[kind] ?? assignedRemover(step);
  if (remover === undefined) return undefined;
  const positions = createPositions(map);
  const found = new Map<number, Calls>();
  for (const holder of holders) {
    const events = eventsOf(graph, holder);
    if (events === undefined) return undefined;
    for (let at = 0; at < events.length; at += 2) {
      const place = events[at]!;
      if (!isOfStep(sites[place] ?? '', step)) continue;
      add(found, place, () => storeSite(sites[place] ?? '', positions), endings[events[at + 1]!] ?? 0);
    }
  }
  const told = toldSites([...found.values()], endings);
  // The methods of a Map or a Set tell all. What no line that is watched assigned or took away would be missing here.
  if (kind !== classId.map && kind !== classId.set && net(told) !== entriesOf(reading, holders, step))
    return undefined;
  if (told.length === 0) return undefined;
  return told.every(isStoring) ? [...told, { method: remover, count: 0 }] : told;
}

function assignedRemover(step: PathStep): string | undefined {
  if (!assigned.has(step.kind)) return undefined;
  return isComputed(step) ? 'delete' : '= undefined';
}

function toldSites(found: readonly Calls[], endings: Uint8Array): readonly StoreSite[] {
  const anyFailed = endings.includes(ending.failed);
  return found
    .map(({ site, count, committed, failed }): StoreSite => ({
      ...site,
      count,
      ...(anyFailed ? { byEnding: { committed, failed } } : {}),
    }))
    .toSorted((a, b) => Number(isStoring(b)) - Number(isStoring(a)) || b.count - a.count);
}

/** Entries that came and did not go. */
function net(told: readonly StoreSite[]): number {
  return told.reduce((sum, site) => sum + (isStoring(site) ? site.count : -site.count), 0);
}

/** References of these holders that a path would tell as this step. */
function entriesOf(
  { graph, step: stepAt }: Pick<Reading, 'graph' | 'step'>,
  holders: readonly number[],
  { kind, name }: PathStep,
): number {
  let entries = 0;
  for (const holder of holders) {
    for (let at = graph.firstEdge[holder]!; at < graph.firstEdge[holder + 1]!; at++) {
      if (graph.kind[graph.edgeTo[at]!] !== nodeKind.object) continue;
      const each = stepAt(holder, at);
      if (each.kind === kind && each.name === name) entries++;
    }
  }
  return entries;
}

/** Whether what was done at a place is about the references of a step: a key that is written out must be its own. */
function isOfStep(site: string, step: PathStep): boolean {
  const written = sitePattern.exec(site)?.[4];
  if (written === undefined) return true;
  return isComputed(step) ? written === 'length' : written === step.name;
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
  const [, method = '', line, column] = sitePattern.exec(text) ?? [];
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
