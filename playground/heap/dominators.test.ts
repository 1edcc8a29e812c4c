/** Dominators are what the definition says, on graphs made by chance and on the deepest ones. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dominators, retainedBytes, type FlowGraph } from './dominators.ts';

function graphOf(count: number, edges: readonly (readonly [number, number])[]): FlowGraph {
  const sorted = edges.toSorted(([a], [b]) => a - b);
  const first = new Uint32Array(count + 1);
  for (const [from] of sorted) first[from + 1]!++;
  for (let node = 0; node < count; node++) first[node + 1]! += first[node]!;
  return { count, first, to: Uint32Array.from(sorted, ([, to]) => to) };
}

/** Nodes that can be reached from the entries without passing `without`. */
function reached({ first, to }: FlowGraph, entries: readonly number[], without: number): Set<number> {
  const seen = new Set<number>();
  const open = [...entries];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node === without || seen.has(node)) continue;
    seen.add(node);
    open.push(...to.subarray(first[node], first[node + 1]));
  }
  return seen;
}

describe('dominators', () => {
  test('a node goes with each of its dominators, and with no other node', () => {
    const graphs = fc.integer({ min: 1, max: 14 }).chain((count) => {
      const node = fc.nat(count - 1);
      return fc.record({
        count: fc.constant(count),
        edges: fc.array(fc.tuple(node, node), { maxLength: 40 }),
        entries: fc.uniqueArray(node, { minLength: 1, maxLength: 3 }),
        bytes: fc.array(fc.nat(100), { minLength: count, maxLength: count }),
      });
    });
    fc.assert(
      fc.property(graphs, ({ count, edges, entries, bytes }) => {
        const graph = graphOf(count, edges);
        const tree = dominators(graph, entries);
        const retained = retainedBytes(tree, bytes);
        const all = reached(graph, entries, -1);
        expect(new Set(tree.order)).toEqual(all);
        for (const node of all) {
          const left = reached(graph, entries, node);
          const gone = [...all].filter((each) => !left.has(each));
          expect(retained[node]).toBe(gone.reduce((sum, each) => sum + bytes[each]!, 0));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a list of a million nodes is walked without a stack of its depth', () => {
    const count = 1_000_000;
    const first = Uint32Array.from({ length: count + 1 }, (_, node) => Math.min(node, count - 1));
    const to = Uint32Array.from({ length: count - 1 }, (_, node) => node + 1);
    const tree = dominators({ count, first, to }, [0]);
    expect(retainedBytes(tree, new Uint8Array(count).fill(1))[0]).toBe(count);
    expect(tree.dominator[count - 1]).toBe(count - 2);
  });
});
