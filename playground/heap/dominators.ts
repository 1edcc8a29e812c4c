/** Dominators of a flow graph (Lengauer and Tarjan 1979, with path compression), and what each node retains. */

/** A graph with one entry: successors of node `n` are `to[first[n]]` to before `to[first[n + 1]]`. */
export interface FlowGraph {
  readonly count: number;
  readonly first: Uint32Array;
  readonly to: Uint32Array;
}

const none = 0xffffffff;

/**
 * For each node the node that every way from an entry to it passes last; the entries’ own is `count`, which stands for all of them.
 * Of a node that cannot be reached it is 2³² − 1. `order` has all reached nodes, each behind its dominator.
 */
export interface DominatorTree {
  readonly dominator: Uint32Array;
  readonly order: Uint32Array;
}

/** Nothing here is recursive: a list of a million nodes is as deep. */
export function dominators(graph: FlowGraph, entries: readonly number[]): DominatorTree {
  const { count } = graph;
  const root = count;
  const number = new Uint32Array(count + 1).fill(none);
  const vertex = new Uint32Array(count + 1);
  const parent = new Uint32Array(count + 1);
  const reached = depthFirst(graph, entries, { number, vertex, parent });
  const { start, from } = predecessors(graph, entries, number);
  const semi = number.slice();
  const label = Uint32Array.from({ length: count + 1 }, (_, node) => node);
  const ancestor = new Uint32Array(count + 1).fill(none);
  const dominator = new Uint32Array(count + 1).fill(none);
  const bucket = new Uint32Array(count + 1).fill(none);
  const nextInBucket = new Uint32Array(count + 1).fill(none);
  const stack: number[] = [];

  const evaluate = (node: number): number => {
    if (ancestor[node] === none) return node;
    for (let at = node; ancestor[ancestor[at]!] !== none; at = ancestor[at]!) stack.push(at);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const above = ancestor[at]!;
      if (semi[label[above]!]! < semi[label[at]!]!) label[at] = label[above]!;
      ancestor[at] = ancestor[above]!;
    }
    return label[node]!;
  };

  for (let n = reached - 1; n > 0; n--) {
    const node = vertex[n]!;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const before = from[at]!;
      if (number[before] === none) continue;
      const best = semi[evaluate(before)]!;
      if (best < semi[node]!) semi[node] = best;
    }
    const home = vertex[semi[node]!]!;
    nextInBucket[node] = bucket[home]!;
    bucket[home] = node;
    const above = parent[node]!;
    ancestor[node] = above;
    for (let at = bucket[above]!; at !== none; at = nextInBucket[at]!) {
      const best = evaluate(at);
      dominator[at] = semi[best]! < semi[at]! ? best : above;
    }
    bucket[above] = none;
  }
  for (let n = 1; n < reached; n++) {
    const node = vertex[n]!;
    if (dominator[node] !== vertex[semi[node]!]) dominator[node] = dominator[dominator[node]!]!;
  }
  return { dominator, order: vertex.subarray(vertex[0] === root ? 1 : 0, reached) };
}

/** Bytes that would go with each node: its own, and those of all that it dominates. */
export function retainedBytes({ dominator, order }: DominatorTree, bytes: ArrayLike<number>): Float64Array {
  const retained = Float64Array.from(bytes);
  for (let n = order.length - 1; n >= 0; n--) {
    const node = order[n]!;
    const above = dominator[node]!;
    if (above < retained.length) retained[above]! += retained[node]!;
  }
  return retained;
}

interface Search {
  readonly number: Uint32Array;
  readonly vertex: Uint32Array;
  readonly parent: Uint32Array;
}

/** Numbers the nodes in the order in which a depth-first search enters them, the root first. Returns how many it reached. */
function depthFirst({ count, first, to }: FlowGraph, entries: readonly number[], search: Search): number {
  const { number, vertex, parent } = search;
  const root = count;
  let reached = 0;
  const enter = (node: number, above: number): void => {
    number[node] = reached;
    vertex[reached++] = node;
    parent[node] = above;
  };
  enter(root, none);
  const path: number[] = [];
  const next: number[] = [];
  for (const entry of entries) {
    if (number[entry] !== none) continue;
    enter(entry, root);
    path.push(entry);
    next.push(first[entry]!);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const at = next.at(-1)!;
      if (at === first[node + 1]) {
        path.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = at + 1;
      const child = to[at]!;
      if (number[child] !== none) continue;
      enter(child, node);
      path.push(child);
      next.push(first[child]!);
    }
  }
  return reached;
}

/** Of each node those that refer to it and that were reached; of an entry the root as well. */
function predecessors(
  { count, first, to }: FlowGraph,
  entries: readonly number[],
  number: Uint32Array,
): { readonly start: Uint32Array; readonly from: Uint32Array } {
  const start = new Uint32Array(count + 2);
  for (let node = 0; node < count; node++) {
    if (number[node] === none) continue;
    for (let at = first[node]!; at < first[node + 1]!; at++) start[to[at]! + 1]!++;
  }
  for (const entry of entries) start[entry + 1]!++;
  for (let node = 0; node <= count; node++) start[node + 1]! += start[node]!;
  const place = start.slice();
  const from = new Uint32Array(start[count + 1]!);
  for (let node = 0; node < count; node++) {
    if (number[node] === none) continue;
    for (let at = first[node]!; at < first[node + 1]!; at++) from[place[to[at]!]!++] = node;
  }
  for (const entry of entries) from[place[entry]!++] = count;
  return { start, from };
}
