/** One reading of a heap: its graph, what each thing is, what each retains, and the paths to what is alive. */

import { collectorParts } from './collector.ts';
import { dominators, retainedBytes } from './dominators.ts';
import { isText, nodeKind, type HeapGraph } from './graph.ts';
import type { LineOf } from './lines.ts';
import { Names } from './names.ts';
import { withOwnFingerprints } from './fingerprint.ts';
import type { PathSources } from './path-sources.ts';
import { pathsTo, type CuttablePath } from './paths.ts';
import { retainedTogether } from './reachable.ts';
import type { CutPlace } from './cut-place.ts';
import type { HeapClass, HeapPath, Status } from './report.ts';
import { censusRegistry, isForeign, rootsOf, trackedInstances, type Entry, type Tracked } from './roots.ts';
import { heapSnapshot } from './snapshot.ts';
import { walk, type TreeStep, type Walk } from './walk.ts';
import type { ClassSite, Finding, Verdict, VerdictKind } from '../record.ts';

export interface ReadingOptions {
  readonly graph: HeapGraph;
  readonly sites: readonly ClassSite[];
  /** Names that the global object had before the program came. */
  readonly globals: ReadonlySet<string>;
  /** Addresses of the machine’s own functions and names, none of which goes as long as it runs. */
  readonly own: ReadonlySet<number>;
  readonly verdict: Verdict;
  readonly lineOf: LineOf;
  readonly ended: number;
  readonly isDead: boolean;
  readonly statusOf: (tracked: Tracked) => Status;
}

export class Reading {
  readonly graph: HeapGraph;
  /** Classes that are alive; those that leak first, then by the bytes that they retain. */
  readonly classes: readonly HeapClass[];
  readonly #names: Names;
  readonly #entries: readonly Entry[];
  readonly #paths: readonly CuttablePath[];

  constructor(options: ReadingOptions) {
    const { graph } = options;
    this.graph = graph;
    const tracked = trackedInstances(graph, options.sites.length + 1);
    const nameOf = ({ site }: Tracked): string => options.sites[site]?.name ?? '';
    this.#names = new Names(graph, new Map([...tracked].map(([node, each]) => [node, nameOf(each)])));
    const collector = collectorParts(graph);
    const known = rootsOf(graph, options.globals, collector.weak);
    this.#entries = [...known, ...heldFromOutside(graph, known, options)];
    const tree = dominators(
      flowOf(graph),
      this.#entries.map(({ node }) => node),
    );
    const sources: PathSources = {
      graph,
      names: this.#names,
      entries: this.#entries,
      collector,
      withTexts: growsWithoutClass(options.verdict),
      census: censusRegistry(graph),
      isForeign: (node) => isForeign(graph, options.own, node),
      isGrowing: (name) => isGrowing(options.verdict.classes[name]?.kind ?? 'flat'),
      tree,
      retained: retainedBytes(tree, graph.bytes),
      statusOf: (node) => {
        const each = tracked.get(node);
        return each === undefined ? undefined : options.statusOf(each);
      },
      lineOf: options.lineOf,
    };
    const walked = walk(sources);
    const groups = [
      ...instancesByClass(tracked, nameOf).map(([name, nodes]) =>
        classOf(sources, walked, { name, nodes, verdict: options.verdict.classes[name]?.kind ?? 'flat' }),
      ),
      ...unclassed(sources, walked, options),
    ];
    this.#paths = withOwnFingerprints(groups.flatMap(({ paths }) => paths));
    let next = 0;
    this.classes = groups
      .map(({ told, paths }) => ({
        ...told,
        paths: this.#paths.slice(next, (next += paths.length)).map(({ path }) => path),
      }))
      .toSorted((a, b) => Number(isGrowing(b.verdict)) - Number(isGrowing(a.verdict)) || b.bytes - a.bytes);
  }

  /** The path of that fingerprint, with the edges that are to be cut: those of all holders before, and its own at that place. */
  path(fingerprint: string, { at, isOne = false }: CutPlace = {}): CuttablePath | undefined {
    const found = this.#paths.find(({ path }) => path.fingerprint === fingerprint);
    if (found === undefined) return undefined;
    const ownEdges = new Set(found.ownEdges);
    const earlier = found.edges.filter((each) => !ownEdges.has(each));
    const own = at === undefined ? found.ownEdges : found.edgesAt(at);
    const edges = [...earlier, ...(isOne ? own.slice(0, 1) : own)];
    return { ...found, edges: edges.filter((each) => this.graph.edgeSlot[each] !== 0) };
  }

  /** What holds the instances of a class, the most of them first. */
  firstPathTo(name: string): HeapPath | undefined {
    return this.classes.find((each) => each.name === name)?.paths[0];
  }

  /** What an edge of a holder is told as. */
  readonly step = (holder: number, at: number): ReturnType<Names['step']> => this.#names.step(holder, at);

  /** The heap in V8's format. */
  snapshot(): string {
    return heapSnapshot(this.graph, this.#names, this.#entries);
  }
}

interface Found {
  readonly told: Omit<HeapClass, 'paths'>;
  readonly paths: readonly CuttablePath[];
}

interface Group {
  readonly name: string;
  readonly nodes: readonly number[];
  readonly verdict: VerdictKind;
}

function classOf(sources: PathSources, walked: Walk, { name, nodes, verdict }: Group): Found {
  const paths = pathsTo(sources, name, nodes, walked);
  const line = sources.lineOf({ kind: 'instance', of: name });
  const told = {
    name,
    ...(line === undefined ? {} : { line }),
    count: nodes.length,
    bytes: retainedTogether(sources, nodes),
    verdict,
  };
  return { told, paths };
}

function instancesByClass(
  tracked: ReadonlyMap<number, Tracked>,
  nameOf: (tracked: Tracked) => string,
): readonly (readonly [string, readonly number[]])[] {
  const byClass = new Map<string, number[]>();
  for (const [node, each] of tracked) {
    const name = nameOf(each);
    const nodes = byClass.get(name);
    if (nodes === undefined) byClass.set(name, [node]);
    else nodes.push(node);
  }
  return [...byClass];
}

/** Whether what is said of a class leaves open, or proves, that there will be ever more of it. */
function isGrowing(kind: Finding['kind']): boolean {
  return kind !== 'flat' && kind !== 'bounded';
}

/** Whether the program takes ever more bytes, and no class of its own says why. */
function growsWithoutClass({ bytes, classes }: Verdict): boolean {
  return isGrowing(bytes.kind) && !Object.values(classes).some(({ kind }) => isGrowing(kind));
}

/** Steps of which there are so many for each transaction that they may be what grows, where no class of the program's does. */
const leastShare = 0.01;
/** A step is one of its own where the one before it leads to fewer: what many of these have in common. */
const mostShare = 0.05;
/** Share of the bytes that the program has grown by, below which something is not what grows. */
const leastOfGrowth = 0.05;
const leastCount = 16;
const mostUnclassed = 5;

/** What is no instance of a class of the program's, and of which there are as many as there were transactions: texts, plain objects, closures. */
function unclassed(
  sources: PathSources,
  walked: Walk,
  { graph, verdict, ended, own }: ReadingOptions,
): readonly Found[] {
  if (!growsWithoutClass(verdict)) return [];
  const least = Math.max(leastCount, leastShare * ended);
  const byStep = new Map<TreeStep, number[]>();
  for (const [node, step] of walked.stepOf.entries()) {
    if (step === undefined || walked.isStep[node] === 0 || step.root === 'server' || isTimersOwn(step))
      continue;
    if (own.has(graph.address[node]!)) continue;
    if (step.count < least || (step.parent?.count ?? 0) > mostShare * step.count) continue;
    const nodes = byStep.get(step);
    if (nodes === undefined) byStep.set(step, [node]);
    else nodes.push(node);
  }
  const stuck: PathSources = {
    ...sources,
    statusOf: (node) =>
      sources.statusOf(node) ?? (byStep.has(walked.stepOf[node]!) ? { type: 'stuck' } : undefined),
  };
  const leastBytes = leastOfGrowth * Math.max(0, verdict.bytes.perTransaction) * ended;
  return [...byStep]
    .filter(([, nodes]) => retainedTogether(sources, nodes) >= leastBytes)
    .map(([step, nodes]) =>
      classOf(stuck, walked, { name: step.thing.of || step.thing.kind, nodes, verdict: verdict.bytes.kind }),
    )
    .toSorted((a, b) => b.told.bytes - a.told.bytes)
    .slice(0, mostUnclassed);
}

/** What the server keeps of a timer beside its callback: an array of what it is called with. */
function isTimersOwn({ root, parent, name }: TreeStep): boolean {
  return root === 'timer' && parent?.parent === undefined && name === 'values';
}

/**
 * What more refers to than the heap knows: a text that code names, what the host holds, or what a call under way held when the
 * machine died. Texts come first, since none of them is anybody's to free.
 */
function heldFromOutside(
  graph: HeapGraph,
  known: readonly Entry[],
  { own, isDead }: ReadingOptions,
): readonly Entry[] {
  const { count, firstEdge, edgeTo, kind, address, memory } = graph;
  const held = new Uint32Array(count);
  for (const to of edgeTo) held[to]!++;
  const hasMore = (node: number): boolean => memory.referenceCount(address[node]!) > held[node]!;
  const reached = new Uint8Array(count);
  const open: number[] = [];
  const reach = (from: number): void => {
    if (reached[from]) return;
    reached[from] = 1;
    open.push(from);
    while (open.length > 0) {
      const node = open.pop()!;
      for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++) {
        const to = edgeTo[at]!;
        if (reached[to]) continue;
        reached[to] = 1;
        open.push(to);
      }
    }
  };
  const entry = (node: number, of: 'server' | 'call'): Entry => ({
    root: of,
    holder: -1,
    edge: undefined,
    node,
    isHidden: of === 'server',
  });
  const found: Entry[] = [];
  for (let node = 0; node < count; node++) {
    if (isText(kind[node]!) && (hasMore(node) || own.has(address[node]!))) found.push(entry(node, 'server'));
  }
  for (const { node } of known) reach(node);
  for (let node = 0; node < count; node++) {
    if (reached[node] || kind[node]! > nodeKind.realm || !hasMore(node)) continue;
    found.push(entry(node, isDead ? 'call' : 'server'));
    reach(node);
  }
  return found;
}

function flowOf({ count, firstEdge, edgeTo }: HeapGraph): Parameters<typeof dominators>[0] {
  return { count, first: firstEdge, to: edgeTo };
}
