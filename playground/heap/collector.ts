/**
 * What the machine's stand-in for a collector adds to a heap (`guest/collector.ts`): it holds each target of a WeakRef or of a
 * FinalizationRegistry until the next virtual collection, which no program can tell from an engine that has not collected yet.
 */

import { edge } from './edges.ts';
import type { HeapGraph } from './graph.ts';
import { classId, object, shape } from './layout.ts';
import { bindingOf } from './roots.ts';

/** Parts of a heap that are the stand-in’s. */
export interface CollectorParts {
  /** Edges by which a target is held until the next virtual collection; a program’s reference to it is weak. */
  readonly weak: ReadonlySet<number>;
  /** Nodes that a path goes through without a step. */
  readonly hidden: ReadonlySet<number>;
  /** Of these, such as what they hold is named by the edge into them. */
  readonly carriers: ReadonlySet<number>;
}

const module = 'guest/collector.ts';

export function collectorParts(graph: HeapGraph): CollectorParts {
  const weak = new Set<number>();
  const hidden = new Set<number>();
  const carriers = new Set<number>();
  const watch = prototypeOf(graph, 'Watch');
  const registry = prototypeOf(graph, 'ProgramFinalizationRegistry');
  const { memory, count, kind, address, firstEdge, edgeKind, edgeName, edgeTo } = graph;
  for (let node = 0; node < count; node++) {
    if (kind[node] !== 0) continue;
    const prototype = memory.word(memory.word(address[node]! + object.shape) + shape.prototype);
    if (prototype === 0) continue;
    const isWatch = prototype === watch;
    if (!isWatch && prototype !== registry) continue;
    for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++) {
      if (edgeKind[at] !== edge.property) continue;
      const to = edgeTo[at]!;
      if (isWatch && memory.atom(edgeName[at]!) === 'strong') weak.add(at);
      else if (!isWatch && isRegistry(graph, to)) hide(to);
    }
  }
  return { weak, hidden, carriers };

  /** The engine’s own registry, whose held values are each wrapped in an object. */
  function hide(real: number): void {
    hidden.add(real);
    for (let at = firstEdge[real]!; at < firstEdge[real + 1]!; at++) {
      if (edgeKind[at] !== edge['held value']) continue;
      hidden.add(edgeTo[at]!);
      carriers.add(edgeTo[at]!);
    }
  }
}

function isRegistry({ kind, memory, address }: HeapGraph, node: number): boolean {
  return kind[node] === 0 && memory.half(address[node]! + object.classId) === classId.finalizationRegistry;
}

/** Address of the prototype of one of the stand-in’s classes; −1 where it is not loaded. */
function prototypeOf(graph: HeapGraph, name: string): number {
  const made = bindingOf(graph, module, name);
  if (made === undefined) return -1;
  for (let at = graph.firstEdge[made]!; at < graph.firstEdge[made + 1]!; at++) {
    if (graph.edgeKind[at] !== edge.property || graph.memory.atom(graph.edgeName[at]!) !== 'prototype')
      continue;
    return graph.address[graph.edgeTo[at]!]!;
  }
  return -1;
}
