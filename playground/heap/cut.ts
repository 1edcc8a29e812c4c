/** Cuts references in a machine's memory, as if the program had set each to `undefined`. */

import { edge, isPointer } from './edges.ts';
import type { HeapGraph } from './graph.ts';
import type { HeapExports } from '../host/heap-exports.ts';
import { classId, object, realm, shape, tag } from './layout.ts';
import { propertiesOf } from './references.ts';

/**
 * Puts `undefined` where each value stands, or nothing where a getter does, and lets go of what stood there. Values are named by the addresses at which they stand;
 * a collection comes afterwards. No code of the program's runs.
 */
export function cutReferences(exports: HeapExports, slots: readonly number[]): void {
  const runtime = exports.qjs_get_runtime_ptr();
  const held = slots.map((slot) => {
    const view = new DataView(exports.memory.buffer);
    if (slot & isPointer) {
      const block = view.getUint32(slot - isPointer, true);
      view.setUint32(slot - isPointer, 0, true);
      return objectValue(block);
    }
    const value = view.getBigUint64(slot, true);
    view.setUint32(slot, 0, true);
    view.setInt32(slot + 4, tag.undefined, true);
    return value;
  });
  // Only now: letting go of one may free the block in which another stands.
  for (const value of held) exports.JS_FreeValueRT(runtime, value);
}

/**
 * Takes the entries out of what holds them, as a program that is to run on would: those of Maps and Sets by the engine's own
 * `delete`, an array's by its length where all of them go; a timer's callback becomes
 * a function that does nothing; any other reference becomes `undefined`.
 */
export function removeReferences(
  exports: HeapExports,
  graph: HeapGraph,
  edges: readonly number[],
  isTimer: (edge: number) => boolean,
): void {
  const { edgeKind, edgeName, edgeSlot } = graph;
  const others: number[] = [];
  const elements = new Map<number, number>();
  for (const at of edges) {
    const holder = holderOf(graph, at);
    if (isTimer(at)) replaceByNothingToDo(exports, graph, edgeSlot[at]!);
    else if (edgeKind[at] === edge.entry) deleteKey(exports, graph, holder, edgeName[at]!, classId.map);
    else if (edgeKind[at] === edge.member) deleteKey(exports, graph, holder, edgeSlot[at]!, classId.set);
    else {
      others.push(edgeSlot[at]!);
      if (edgeKind[at] === edge.element) elements.set(holder, (elements.get(holder) ?? 0) + 1);
    }
  }
  cutReferences(exports, others);
  for (const [holder, count] of elements) {
    const block = graph.address[holder]!;
    if (graph.memory.word(block + object.own + 8) !== count) continue;
    exports.JS_SetLength(exports.qjs_get_context_ptr(), objectValue(block), 0n);
  }
}

/** The node whose edge it is. */
export function holderOf({ firstEdge, count }: HeapGraph, at: number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firstEdge[middle]! <= at) low = middle;
    else high = middle;
  }
  // Nodes without edges share their first edge with the next that has one.
  return low;
}

/** The prototype of all functions is one itself, and returns nothing. */
function replaceByNothingToDo(exports: HeapExports, { memory }: HeapGraph, slot: number): void {
  cutReferences(exports, [slot]);
  const nothing = exports.JS_DupValueRT(
    exports.qjs_get_runtime_ptr(),
    objectValue(memory.target(memory.realm + realm.firstValue)),
  );
  new DataView(exports.memory.buffer).setBigUint64(slot, BigInt.asUintN(64, nothing), true);
}

/** Calls the engine's own method, which calls nothing of the program's. */
function deleteKey(
  exports: HeapExports,
  graph: HeapGraph,
  holder: number,
  keySlot: number,
  of: number,
): void {
  const view = new DataView(exports.memory.buffer);
  const method = nativeMethod(graph, of, 'delete');
  const key = exports.wasm_malloc(8);
  new DataView(exports.memory.buffer).setBigUint64(key, view.getBigUint64(keySlot, true), true);
  exports.JS_Call(
    exports.qjs_get_context_ptr(),
    objectValue(method),
    objectValue(graph.address[holder]!),
    1,
    key,
  );
  exports.wasm_free(key);
}

function objectValue(block: number): bigint {
  return BigInt.asUintN(64, (BigInt(tag.object) << 32n) | BigInt(block));
}

/** Address of a method that the engine gives all objects of a class. */
function nativeMethod({ memory }: HeapGraph, of: number, name: string): number {
  const prototype = memory.target(memory.word(memory.realm + realm.prototypes) + 8 * of);
  const names = memory.word(prototype + object.shape);
  for (let n = 0; n < memory.word(names + shape.propertyCount); n++) {
    const atom = memory.word(propertiesOf(memory, names) + 8 * n + 4);
    if (atom !== 0 && memory.atom(atom) === name)
      return memory.target(memory.word(prototype + object.properties) + 8 * n);
  }
  throw new Error(`The engine has no method ${name} where it should be.`);
}
