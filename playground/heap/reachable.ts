/** What goes with some nodes of a heap, and what is left when some of its edges are gone. */

import type { DominatorTree } from './dominators.ts';
import type { PathSources } from './path-sources.ts';

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
export interface Left {
  readonly bytes: number;
  readonly members: number;
}

/** What can still be reached when some edges are gone. */
export function leftWithout(
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
