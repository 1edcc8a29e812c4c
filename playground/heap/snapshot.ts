/**
 * Writes a heap in V8's format, so that Chrome DevTools (Memory, Load) and memlab open it. The fields are those that V8 writes
 * (`HeapSnapshotJSONSerializer` in v8/src/profiler/heap-snapshot-generator.cc).
 */

import { edgeKinds } from './edges.ts';
import { nodeKind, type HeapGraph } from './graph.ts';
import { code, object } from './layout.ts';
import type { Names } from './names.ts';
import type { Entry } from './roots.ts';
import type { Root } from './report.ts';

const nodeFields = [
  'type',
  'name',
  'id',
  'self_size',
  'edge_count',
  'trace_node_id',
  'detachedness',
] as const;
const nodeTypes = [
  'hidden',
  'array',
  'string',
  'object',
  'code',
  'closure',
  'regexp',
  'number',
  'native',
  'synthetic',
  'concatenated string',
  'sliced string',
  'symbol',
  'bigint',
  'object shape',
] as const;
const edgeTypes = ['context', 'element', 'property', 'internal', 'hidden', 'shortcut', 'weak'] as const;

type NodeType = (typeof nodeTypes)[number];
type EdgeType = (typeof edgeTypes)[number];

/** Names of the synthetic nodes that stand for the roots. */
const rootNames: Readonly<Record<Root, string>> = {
  module: 'module program',
  global: 'globals',
  timer: 'timers',
  job: 'pending jobs',
  collector: 'waiting for the collector',
  server: 'server',
  call: 'call under way',
};

/** The file's whole text. */
export function heapSnapshot(graph: HeapGraph, names: Names, entries: readonly Entry[]): string {
  const strings = new Strings();
  const first = firstEntries(entries);
  const roots = [...new Set(first.map(({ root }) => root))];
  const byRoot = roots.map((root) => first.filter((entry) => entry.root === root));
  const firstNode = 1 + roots.length;
  const nodes: number[] = [];
  const edges: number[] = [];
  const addNode = (type: NodeType, name: string, id: number, bytes: number, edgeCount: number): void => {
    nodes.push(nodeTypes.indexOf(type), strings.number(name), id, bytes, edgeCount, 0, 0);
  };
  const addEdge = (type: EdgeType, name: string | number, to: number): void => {
    const named = typeof name === 'number' ? name : strings.number(name);
    edges.push(edgeTypes.indexOf(type), named, to * nodeFields.length);
  };
  addNode('synthetic', '', 1, 0, roots.length);
  for (const [n] of roots.entries()) addEdge('element', n + 1, n + 1);
  for (const [n, root] of roots.entries())
    addNode('synthetic', rootNames[root], 2 * n + 3, 0, byRoot[n]!.length);
  for (const group of byRoot) {
    for (const entry of group) {
      const named = entry.edge === undefined ? (['property', ''] as const) : edgeOf(graph, entry.edge);
      addEdge(...named, firstNode + entry.node);
    }
  }
  for (let node = 0; node < graph.count; node++) {
    const edgeCount = graph.firstEdge[node + 1]! - graph.firstEdge[node]!;
    // An address is an identity for as long as the object lives; V8's ids of JavaScript objects are odd.
    addNode(...described(graph, names, node), graph.address[node]! * 2 + 1, graph.bytes[node]!, edgeCount);
    for (let at = graph.firstEdge[node]!; at < graph.firstEdge[node + 1]!; at++) {
      addEdge(...edgeOf(graph, at), firstNode + graph.edgeTo[at]!);
    }
  }
  return written(nodes, edges, strings.all);
}

/** Of the ways in that lead to the same node only the first, as for paths: else a tool might name it by any of them. */
function firstEntries(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<number>();
  return entries.filter(({ node }) => !seen.has(node) && seen.add(node));
}

function described(graph: HeapGraph, names: Names, node: number): readonly [NodeType, string] {
  const { memory, kind, address } = graph;
  const at = address[node]!;
  switch (kind[node]!) {
    case nodeKind.string:
      return ['string', memory.text(at)];
    case nodeKind.rope:
      return ['concatenated string', '(concatenated string)'];
    case nodeKind.bigInt:
      return ['bigint', 'bigint'];
    case nodeKind.code:
      return ['code', memory.atom(memory.word(at + code.name)) || '(code)'];
    case nodeKind.shape:
      return ['object shape', '(shape)'];
    case nodeKind.variable:
      return ['hidden', '(variable)'];
    case nodeKind.asyncFrame:
      return ['hidden', '(suspended call)'];
    case nodeKind.realm:
      return ['hidden', '(realm)'];
    case nodeKind.module:
      return ['hidden', `module ${names.thing(node).of}`];
    case nodeKind.job:
      return ['hidden', '(job)'];
    default: {
      const { kind: thing, of } = names.thing(node);
      const isFunction = thing === 'function' || thing === 'class';
      const type = isFunction ? 'closure' : memory.half(at + object.classId) === 19 ? 'regexp' : 'object';
      return [type, of || (isFunction ? '(anonymous)' : '(engine)')];
    }
  }
}

function edgeOf({ memory, edgeKind, edgeName }: HeapGraph, at: number): readonly [EdgeType, string | number] {
  const kind = edgeKinds[edgeKind[at]!]!;
  const name = edgeName[at]!;
  if (kind === 'element') return ['element', name];
  if (kind === 'property') return ['property', memory.atom(name)];
  if (kind === 'getter' || kind === 'setter') return ['property', `${kind.slice(0, 3)} ${memory.atom(name)}`];
  if (kind === 'captured' || kind === 'local') return ['context', memory.atom(name)];
  if (kind === 'entry') return ['internal', `[${keyText(memory, name)}]`];
  return kind === 'prototype' ? ['property', '__proto__'] : ['internal', kind];
}

function keyText(memory: HeapGraph['memory'], slot: number): string {
  const text = memory.textOf(slot);
  return text === '' ? 'key' : JSON.stringify(text);
}

/** Each text once, by its number. */
class Strings {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.length;
    this.all.push(text);
    this.#numbers.set(text, number);
    return number;
  }
}

function written(nodes: readonly number[], edges: readonly number[], strings: readonly string[]): string {
  const meta = {
    node_fields: nodeFields,
    node_types: [nodeTypes, 'string', 'number', 'number', 'number', 'number', 'number'],
    edge_fields: ['type', 'name_or_index', 'to_node'],
    edge_types: [edgeTypes, 'string_or_number', 'node'],
    trace_function_info_fields: ['function_id', 'name', 'script_name', 'script_id', 'line', 'column'],
    trace_node_fields: ['id', 'function_info_index', 'count', 'size', 'children'],
    sample_fields: ['timestamp_us', 'last_assigned_id'],
    location_fields: ['object_index', 'script_id', 'line', 'column'],
  };
  const snapshot = {
    meta,
    node_count: nodes.length / nodeFields.length,
    edge_count: edges.length / meta.edge_fields.length,
    trace_function_count: 0,
  };
  return [
    `{"snapshot":${JSON.stringify(snapshot)}`,
    `"nodes":[${rows(nodes, nodeFields.length)}]`,
    `"edges":[${rows(edges, meta.edge_fields.length)}]`,
    '"trace_function_infos":[],"trace_tree":[],"samples":[],"locations":[]',
    // A lone half of a surrogate pair is no text in UTF-8.
    `"strings":${JSON.stringify(strings.map((text) => text.toWellFormed()))}}`,
  ].join(',\n');
}

/** Numbers as text, a row a line, as V8 writes them. */
function rows(numbers: readonly number[], width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < numbers.length; at += width) lines.push(numbers.slice(at, at + width).join(','));
  return lines.join('\n,');
}
