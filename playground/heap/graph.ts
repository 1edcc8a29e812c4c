/** The graph of a machine's heap, read out of its memory: nodes with their sizes, and what each refers to. */

import { edge } from './edges.ts';
import { blockKind, job, module, realm, string, tag } from './layout.ts';
import type { MemoryExports } from '../host/heap-exports.ts';
import { Memory } from './memory.ts';
import { blockReferences, moduleReferences, ropeReferences, stringReferences } from './references.ts';
import { blockBytes, moduleBytes, sharedWithTargets, stringBytes } from './sizes.ts';

/** Sorts of node. The first six are the kinds of the collector's blocks. */
export const nodeKind = { ...blockKind, string: 6, rope: 7, bigInt: 8, module: 9, job: 10 } as const;

/** Whether a node is a string, a rope or a big integer. */
export function isText(kind: number): boolean {
  return kind > nodeKind.realm && kind <= nodeKind.bigInt;
}

/** Nodes are numbers from 0; edges of node `n` are those from `firstEdge[n]` to before `firstEdge[n + 1]`. */
export interface HeapGraph {
  readonly memory: Memory;
  readonly count: number;
  readonly kind: Uint8Array;
  readonly address: Uint32Array;
  /** Bytes of the node by itself. */
  readonly bytes: Uint32Array;
  readonly firstEdge: Uint32Array;
  readonly edgeKind: Uint8Array;
  readonly edgeName: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** Address of the value, or with `isPointer` of the pointer, that the edge is; 0 where it cannot be cut. */
  readonly edgeSlot: Uint32Array;
  /** Blocks that go with a node or with a target of its own, whichever goes first: the two nodes, and bytes. */
  readonly weakPairs: readonly (readonly [node: number, target: number, bytes: number])[];
  /** References to an address at which there is no node: 0, or this reader does not know the engine. */
  readonly unknown: number;
  /** The node at an address; undefined where there is none. */
  readonly at: (address: number) => number | undefined;
}

/** Reads the heap as it is. Strings, ropes and big integers are nodes as well, since they take bytes. */
export function readGraph(exports: MemoryExports): HeapGraph {
  const memory = new Memory(exports);
  const nodes = new Nodes();
  for (const block of memory.list(memory.objects))
    nodes.add(memory.kind(block), block, blockBytes(memory, block));
  for (const link of memory.list(memory.strings)) {
    const text = link - string.link;
    nodes.add(nodeKind.string, text, stringBytes(memory, text));
  }
  for (const link of memory.list(memory.realm + realm.modules)) {
    nodes.add(nodeKind.module, link - module.link, moduleBytes(memory, link - module.link));
  }
  for (const link of memory.list(memory.jobs)) nodes.add(nodeKind.job, link, memory.sizeOf(link));
  const edges = new Edges();
  const firstEdge: number[] = [];
  let unknown = 0;
  for (let node = 0; node < nodes.count; node++) {
    firstEdge.push(edges.count);
    referencesOf(memory, nodes.kind[node]!, nodes.address[node]!, (kind, name, target, slot) => {
      if (target === 0) return;
      const to = nodes.at(target) ?? nodes.addValue(memory, target, slot);
      if (to === undefined) unknown++;
      else edges.add(kind, name, to, slot);
    });
  }
  firstEdge.push(edges.count);
  return {
    weakPairs: weakPairsOf(memory, nodes),
    memory,
    count: nodes.count,
    kind: Uint8Array.from(nodes.kind),
    address: Uint32Array.from(nodes.address),
    bytes: Uint32Array.from(nodes.bytes),
    firstEdge: Uint32Array.from(firstEdge),
    ...edges.packed(),
    unknown,
    at: (address) => nodes.at(address),
  };
}

function weakPairsOf(memory: Memory, nodes: Nodes): HeapGraph['weakPairs'] {
  const pairs: (readonly [number, number, number])[] = [];
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.kind[node] !== nodeKind.object) continue;
    sharedWithTargets(memory, nodes.address[node]!, (address, bytes) => {
      const target = nodes.at(address);
      if (target !== undefined) pairs.push([node, target, bytes]);
    });
  }
  return pairs;
}

/** Calls `see` for each reference of a node. */
function referencesOf(
  memory: Memory,
  kind: number,
  address: number,
  see: Parameters<typeof blockReferences>[2],
): void {
  switch (kind) {
    case nodeKind.string:
      stringReferences(memory, address, see);
      return;
    case nodeKind.rope:
      ropeReferences(memory, address, see);
      return;
    case nodeKind.bigInt:
      return;
    case nodeKind.module:
      moduleReferences(memory, address, see);
      return;
    case nodeKind.job:
      for (let n = 0; n < memory.word(address + job.argumentCount); n++) {
        const slot = address + job.values + 8 * n;
        const target = memory.target(slot);
        if (target !== 0) see(edge.call, n, target, slot);
      }
      return;
    default:
      blockReferences(memory, address, see);
  }
}

/** Nodes as they are found. */
class Nodes {
  readonly kind: number[] = [];
  readonly address: number[] = [];
  readonly bytes: number[] = [];
  readonly #byAddress = new Map<number, number>();

  get count(): number {
    return this.address.length;
  }

  at(address: number): number | undefined {
    return this.#byAddress.get(address);
  }

  add(kind: number, address: number, bytes: number): number {
    const node = this.count;
    this.#byAddress.set(address, node);
    this.kind.push(kind);
    this.address.push(address);
    this.bytes.push(bytes);
    return node;
  }

  /** Ropes and big integers are in no list of the engine's, and are met where a value refers to them. */
  addValue(memory: Memory, address: number, slot: number): number | undefined {
    if (slot === 0) return undefined;
    const kind = memory.tag(slot);
    if (kind !== tag.rope && kind !== tag.bigInt) return undefined;
    return this.add(kind === tag.rope ? nodeKind.rope : nodeKind.bigInt, address, memory.sizeOf(address));
  }
}

/** Edges as they are found, in typed arrays that grow. */
class Edges {
  count = 0;
  #kind = new Uint8Array(4096);
  #name = new Uint32Array(4096);
  #to = new Uint32Array(4096);
  #slot = new Uint32Array(4096);

  add(kind: number, name: number, to: number, slot: number): void {
    if (this.count === this.#to.length) this.#grow();
    const at = this.count++;
    this.#kind[at] = kind;
    this.#name[at] = name;
    this.#to[at] = to;
    this.#slot[at] = slot;
  }

  packed(): Pick<HeapGraph, 'edgeKind' | 'edgeName' | 'edgeTo' | 'edgeSlot'> {
    const { count } = this;
    return {
      edgeKind: this.#kind.subarray(0, count),
      edgeName: this.#name.subarray(0, count),
      edgeTo: this.#to.subarray(0, count),
      edgeSlot: this.#slot.subarray(0, count),
    };
  }

  #grow(): void {
    const larger = <T extends Uint8Array | Uint32Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const size = 2 * this.#to.length;
    this.#kind = larger(this.#kind, new Uint8Array(size));
    this.#name = larger(this.#name, new Uint32Array(size));
    this.#to = larger(this.#to, new Uint32Array(size));
    this.#slot = larger(this.#slot, new Uint32Array(size));
  }
}
