/** By which paths the instances of a class are held, where each path goes wrong, and what it retains. */

import { fingerprintOf } from './fingerprint.ts';
import type { PathSources } from './path-sources.ts';
import { faultyStep, withStatus } from './path-steps.ts';
import { leftWithout, retainedTogether, type Left } from './reachable.ts';
import type { HeapPath } from './report.ts';
import { walk, type TreeStep, type Walk } from './walk.ts';

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
