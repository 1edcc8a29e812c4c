/** By which paths the instances of a class are held, where each path goes wrong, and what it retains. */

import type { DominatorTree } from './dominators.ts';
import type { Thing } from './names.ts';
import type { HeapPath, PathStep, Status } from './report.ts';
import { walk, type Ground, type TreeStep, type Walk } from './walk.ts';

/** What the paths are told with: what the machine knows beside its heap. */
export interface PathSources extends Ground {
  readonly tree: DominatorTree;
  /** The census’s own list of instances, whose bytes are not the program’s. */
  readonly census: number | undefined;
  /** Bytes that each node retains. */
  readonly retained: Float64Array;
  /** Status of an instance of the program’s classes; undefined for any other node. */
  readonly statusOf: (node: number) => Status | undefined;
  /** Whether there is, or may be, ever more of a class. */
  readonly isGrowing: (name: string) => boolean;
  /** Line in the reader’s source of a thing, or of a binding of that name. */
  readonly lineOf: (thing: Thing, binding?: string) => number | undefined;
}

/** A path with what is needed to cut it. */
export interface CuttablePath {
  readonly path: HeapPath;
  /** Edges into the faulty step, or into the last one where there is none; and those of all holders before. */
  readonly edges: readonly number[];
  /** Edges into this path's own faulty step alone. */
  readonly ownEdges: readonly number[];
  /** Edges into another of its steps. */
  readonly edgesAt: (step: number) => readonly number[];
  /** Nodes of the class that it leads to. */
  readonly members: readonly number[];
}

/** Holders that are sought behind one another, and paths that are told of each. */
const mostHolders = 6;
const mostPaths = 24;

/**
 * All paths to `members`, nodes of one class: those that hold them now, then those that would hold them still if the paths before
 * were cut at their faulty steps.
 */
export function pathsTo(
  sources: PathSources,
  name: string,
  members: readonly number[],
  first: Walk,
): readonly CuttablePath[] {
  const found: CuttablePath[] = [];
  const cut = new Set<number>();
  let walked = first;
  let whole: Left | undefined;
  for (let holder = 1; holder <= mostHolders; holder++) {
    const groups = grouped(walked, members);
    if (groups.length === 0) break;
    const earlier = [...cut];
    const paths = groups.map(([step, nodes]) => pathOf(sources, walked, { name, step, nodes, holder }));
    for (const [place, each] of paths.toSorted((a, b) => b.path.bytes - a.path.bytes).entries()) {
      if (each.path.faulty === undefined) {
        if (place < mostPaths) found.push(each);
        continue;
      }
      for (const at of each.edges) cut.add(at);
      if (place >= mostPaths) continue;
      const edges = [...earlier, ...each.edges];
      whole ??= leftWithout(sources, members, new Set());
      const left = leftWithout(sources, members, new Set(edges));
      const frees = { count: whole.members - left.members, bytes: whole.bytes - left.bytes };
      found.push({ ...each, edges, path: { ...each.path, frees } });
    }
    if (cut.size === earlier.length || leftWithout(sources, members, cut).members === 0) break;
    walked = walk(sources, (at) => cut.has(at));
  }
  return found;
}

/** Nodes by the step that leads to them. */
function grouped(
  { stepOf }: Walk,
  nodes: readonly number[],
): readonly (readonly [TreeStep, readonly number[]])[] {
  const groups = new Map<TreeStep, number[]>();
  for (const node of nodes) {
    const step = stepOf[node];
    if (step === undefined) continue;
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [node]);
    else group.push(node);
  }
  return [...groups];
}

interface Group {
  readonly name: string;
  readonly step: TreeStep;
  readonly nodes: readonly number[];
  readonly holder: number;
}

function pathOf(sources: PathSources, walked: Walk, { name, step, nodes, holder }: Group): CuttablePath {
  const chain = chainOf(step);
  const on = nodesOn(walked, chain, nodes);
  const steps = withStatus(sources, chain, on);
  const faulty = faultyStep(steps);
  const cutAt = on[faulty ?? chain.length - 1] ?? [];
  const path: HeapPath = {
    class: name,
    root: step.root,
    steps,
    ...(faulty === undefined ? {} : { faulty }),
    fingerprint: fingerprintOf(step.root, steps, faulty),
    holder,
    count: nodes.length,
    bytes: retainedTogether(sources, nodes),
  };
  const edges = edgesInto(sources, walked, cutAt);
  const edgesAt = (at: number): readonly number[] => edgesInto(sources, walked, on[at] ?? []);
  return { path, edges, ownEdges: edges, edgesAt, members: nodes };
}

/**
 * Edges by which nodes are held at their step. One that its holder refers to more than once in the same way, an array that has it at two
 * places, is held by all of these.
 */
function edgesInto(
  { graph, names, collector }: PathSources,
  { via, holder }: Walk,
  nodes: readonly number[],
): readonly number[] {
  const { firstEdge, edgeTo } = graph;
  const held = new Set(nodes.filter((node) => via[node]! >= 0));
  const found = new Set([...held].map((node) => via[node]!));
  const stepAt = (from: number, at: number): string => {
    const { kind, name } = names.step(from, at);
    return `${kind} ${name}`;
  };
  for (const from of new Set([...held].map((node) => holder[node]!))) {
    if (from < 0) continue;
    for (let at = firstEdge[from]!; at < firstEdge[from + 1]!; at++) {
      const to = edgeTo[at]!;
      if (!held.has(to) || holder[to] !== from || found.has(at) || collector.weak.has(at)) continue;
      if (stepAt(from, at) === stepAt(from, via[to]!)) found.add(at);
    }
  }
  return [...found];
}

/** Steps from the root’s first to this one. */
function chainOf(step: TreeStep): readonly TreeStep[] {
  const chain: TreeStep[] = [];
  for (let at = step; at.parent !== undefined; at = at.parent) chain.unshift(at);
  return chain;
}

/** For each step of a chain the nodes at it through which these are held. Nothing is passed twice, however long the chains are. */
function nodesOn(
  { stepOf, isStep, holder }: Walk,
  chain: readonly TreeStep[],
  nodes: readonly number[],
): readonly (readonly number[])[] {
  const place = new Map(chain.map((step, at) => [step, at]));
  const on = chain.map(() => new Set<number>());
  for (const node of nodes) {
    for (let at = node; at >= 0; at = holder[at]!) {
      if (isStep[at] === 0) continue;
      const index = place.get(stepOf[at]!);
      if (index === undefined || on[index]!.has(at)) break;
      on[index]!.add(at);
    }
  }
  return on.map((set) => [...set]);
}

/** The steps as they are told, each with what is known of it. */
function withStatus(
  sources: PathSources,
  chain: readonly TreeStep[],
  on: readonly (readonly number[])[],
): readonly PathStep[] {
  const told = chain.map((step, at) => statusOf(sources, step, on[at]!));
  const firstStuck = told.findIndex(({ type }) => type === 'stuck');
  const stuckFrom = firstStuck < 0 ? Infinity : Math.min(firstStuck, fanOf(on, firstStuck));
  return chain.map((step, at) => {
    const { kind, name, thing, folded } = step;
    const line = sources.lineOf(thing, kind === 'binding' ? name : undefined);
    return {
      kind,
      name,
      thing: thing.kind,
      of: thing.of,
      count: on[at]!.length,
      times: folded === 0 ? 1 : on[at]!.length,
      status: statusAt(told[at]!, at, stuckFrom),
      ...(line === undefined ? {} : { line }),
      bytes: retainedTogether(sources, on[at]!),
    };
  });
}

/** Of as many holders as this share of what is stuck, each belongs to what it holds; fewer are parts of one container. */
const leastFan = 0.05;

/** The step at which one way becomes one for each thing that is stuck, or for few of them. */
function fanOf(on: readonly (readonly number[])[], stuck: number): number {
  const least = Math.max(2, leastFan * on[stuck]!.length);
  const at = on.findIndex((nodes) => nodes.length >= least);
  return at < 0 ? Infinity : at;
}

function statusAt(told: Status, at: number, stuckFrom: number): Status {
  if (at < stuckFrom) return told.type === 'unknown' ? { type: 'expected', why: 'one' } : told;
  return told.type === 'unknown' ? { type: 'stuck' } : told;
}

/** What is known of the things of one step by themselves. */
function statusOf(
  sources: PathSources,
  { root, kind, thing, parent }: TreeStep,
  nodes: readonly number[],
): Status {
  if (root === 'collector' && parent?.parent === undefined) return { type: 'waits' };
  if (kind === 'binding' && nodes.length === 1 && thing.kind !== 'instance')
    return { type: 'expected', why: 'binding' };
  let oldest = -1;
  let isStuck = false;
  let last: Status | undefined;
  for (const node of nodes) {
    last = sources.statusOf(node);
    if (last?.type !== 'stuck') continue;
    isStuck = true;
    oldest = Math.max(oldest, last.oldest ?? -1);
  }
  if (isStuck) return oldest < 0 ? { type: 'stuck' } : { type: 'stuck', oldest };
  // Made outside of any transaction: one of them may be right, ever more are not.
  if (
    last?.type === 'expected' &&
    nodes.length > 1 &&
    thing.kind === 'instance' &&
    sources.isGrowing(thing.of)
  )
    return { type: 'stuck' };
  return last ?? { type: 'unknown' };
}

/** Where what is as it should be holds what should be gone; undefined where all is as it should be. */
function faultyStep(steps: readonly PathStep[]): number | undefined {
  if (steps[0]?.status.type === 'waits') return undefined;
  const at = steps.findIndex(({ status }) => status.type === 'stuck');
  return at < 0 ? undefined : at;
}

/** Bytes that would go with all of these: what one retains that is retained by another counts once. */
export function retainedTogether({ tree, retained }: PathSources, nodes: readonly number[]): number {
  if (nodes.length === 1) return retained[nodes[0]!]!;
  const among = new Set(nodes);
  const isBelow = new Map<number, boolean>();
  let bytes = 0;
  for (const node of nodes) if (!hasAbove(tree, node, among, isBelow)) bytes += retained[node]!;
  return bytes;
}

/** Whether one of `among` dominates a node. Each way up is gone only once. */
function hasAbove(
  { dominator }: DominatorTree,
  node: number,
  among: ReadonlySet<number>,
  known: Map<number, boolean>,
): boolean {
  const passed: number[] = [];
  let has = false;
  for (let at = dominator[node]!; at < dominator.length - 1; at = dominator[at]!) {
    const before = known.get(at);
    if (among.has(at) || before === true) {
      has = true;
      break;
    }
    if (before === false) break;
    passed.push(at);
  }
  for (const at of passed) known.set(at, has);
  return has;
}

/** What is left of a heap: bytes, and how many of the nodes that are looked for. */
interface Left {
  readonly bytes: number;
  readonly members: number;
}

/** What can still be reached when some edges are gone. */
function leftWithout(
  { graph, entries, collector, census }: PathSources,
  members: readonly number[],
  cut: ReadonlySet<number>,
): Left {
  const { count, firstEdge, edgeTo, bytes, weakPairs } = graph;
  const { weak } = collector;
  const reached = new Uint8Array(count);
  const open: number[] = [];
  let sum = 0;
  const visit = (node: number): void => {
    if (reached[node]) return;
    reached[node] = 1;
    sum += bytes[node]!;
    open.push(node);
  };
  for (const { node, edge } of entries) if (edge === undefined || !cut.has(edge)) visit(node);
  while (open.length > 0) {
    const node = open.pop()!;
    for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++)
      if (!cut.has(at) && !weak.has(at)) visit(edgeTo[at]!);
  }
  for (const [node, target, shared] of weakPairs)
    if (reached[node] && !reached[target] && node !== census) sum -= shared;
  return { bytes: sum, members: members.reduce((found, node) => found + reached[node]!, 0) };
}

/** By the steps down to the faulty one, by their names alone. */
function fingerprintOf(root: string, steps: readonly PathStep[], faulty: number | undefined): string {
  return hashOf([root, ...steps.slice(0, (faulty ?? steps.length - 1) + 1).map(stepText)]);
}

/** Paths that are alike down to their faulty steps get fingerprints by all that they are, so that each has one of its own. */
export function withOwnFingerprints(paths: readonly CuttablePath[]): readonly CuttablePath[] {
  const times = new Map<string, number>();
  for (const { path } of paths) times.set(path.fingerprint, (times.get(path.fingerprint) ?? 0) + 1);
  return paths.map((each) => {
    const { path } = each;
    if (times.get(path.fingerprint) === 1) return each;
    const fingerprint = hashOf([path.class, String(path.holder), path.root, ...path.steps.map(stepText)]);
    return { ...each, path: { ...path, fingerprint } };
  });
}

function stepText({ kind, name, thing, of }: PathStep): string {
  return `${kind} ${name} ${thing} ${of}`;
}

/** FNV-1a, as six hexadecimal digits. */
function hashOf(lines: readonly string[]): string {
  const text = lines.join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0').slice(0, 6);
}
