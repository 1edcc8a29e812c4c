/** A heap that is saved is one that V8's own tools can read: the same instances, held by the same, retaining the same. */

import { describe, expect, test } from 'vitest';
import { readProgram } from '../node/programs.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { inspectedRun } from '../testing/heap-run.ts';
import { dominators, retainedBytes } from './dominators.ts';

/** What a tool reads of the file: nodes and edges by rows of numbers, as the file says itself. */
interface File {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
    readonly node_count: number;
    readonly edge_count: number;
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

interface Node {
  readonly type: string;
  readonly name: string;
  readonly id: number;
  readonly bytes: number;
  readonly edges: readonly { readonly type: string; readonly name: string; readonly to: number }[];
}

/** Reads a file by what it says of itself. Throws where that is not so. */
function readSnapshot({
  snapshot: { meta, node_count, edge_count },
  nodes,
  edges,
  strings,
}: File): readonly Node[] {
  const nodeWidth = meta.node_fields.length;
  const edgeWidth = meta.edge_fields.length;
  expect(nodes).toHaveLength(node_count * nodeWidth);
  expect(edges).toHaveLength(edge_count * edgeWidth);
  const at = (name: string): number => meta.node_fields.indexOf(name);
  const text = (number: number): string => {
    const found = strings[number];
    if (found === undefined) throw new Error(`There is no text ${number}.`);
    return found;
  };
  let next = 0;
  const read = Array.from({ length: node_count }, (_, n): Node => {
    const row = nodes.slice(n * nodeWidth, (n + 1) * nodeWidth);
    const own = Array.from({ length: row[at('edge_count')]! }, () => {
      const [type = 0, name = 0, to = 0] = edges.slice(next, (next += edgeWidth));
      const word = meta.edge_types[0][type]!;
      return { type: word, name: word === 'element' ? String(name) : text(name), to: to / nodeWidth };
    });
    return {
      type: meta.node_types[0][row[at('type')]!]!,
      name: text(row[at('name')]!),
      id: row[at('id')]!,
      bytes: row[at('self_size')]!,
      edges: own,
    };
  });
  expect(next).toBe(edges.length);
  return read;
}

/** Names from the root to a node, along the shortest way. */
function wayTo(nodes: readonly Node[], wanted: number): readonly string[] {
  const from = new Map<number, readonly [number, string]>([[0, [-1, '']]]);
  const queue = [0];
  for (const node of queue) {
    for (const { name, to } of nodes[node]!.edges) {
      if (from.has(to)) continue;
      from.set(to, [node, name]);
      queue.push(to);
    }
  }
  const way: string[] = [];
  for (let node = wanted; node > 0; node = from.get(node)![0])
    way.unshift(from.get(node)![1], nodes[node]!.name);
  return way;
}

function retainedIn(nodes: readonly Node[]): Float64Array {
  const first = new Uint32Array(nodes.length + 1);
  for (const [n, { edges }] of nodes.entries()) first[n + 1] = first[n]! + edges.length;
  const to = Uint32Array.from(nodes.flatMap(({ edges }) => edges.map((each) => each.to)));
  const tree = dominators({ count: nodes.length, first, to }, [0]);
  return retainedBytes(
    tree,
    nodes.map(({ bytes }) => bytes),
  );
}

describe.each(scenarioIds)('%s, leaky', async (id) => {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);

  test('saves what is told of it', async () => {
    const workload = { ...scenario.workload, transactions: 1_000 };
    const { inspection, report } = await inspectedRun(
      await readProgram(id, 'leaky'),
      workload,
      scenario.settleSeconds,
    );
    const text = inspection.snapshot();
    const nodes = readSnapshot(JSON.parse(text) as File);
    expect(nodes[0]).toMatchObject({ type: 'synthetic', name: '', bytes: 0 });
    expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
    expect(nodes.every(({ edges }) => edges.every(({ to }) => nodes[to] !== undefined))).toBe(true);
    const retained = retainedIn(nodes);
    for (const { name, count, verdict, paths } of report.classes) {
      const found = [...nodes.keys()].filter((n) => nodes[n]!.type === 'object' && nodes[n]!.name === name);
      expect(found, name).toHaveLength(count);
      const [path, ...others] = paths;
      // Where there is more than one way, a tool may show another.
      if (verdict !== 'leak' || path === undefined || others.length > 0 || path.root === 'collector')
        continue;
      expect(found.reduce((sum, n) => sum + retained[n]!, 0)).toBe(
        report.classes.find((each) => each.name === name)?.bytes,
      );
      const way = wayTo(nodes, found.at(-1)!);
      // What is shown of a path is on the way, in order: the things that it goes through.
      const things = path.steps.map(({ of }) => of).filter((of) => of !== '');
      expect(way.filter((each) => things.includes(each)).join(' ')).toContain(things.join(' '));
    }
  });
});
