/** Bytes that a node of the heap takes by itself: its own block, and the blocks that belong to it alone. */

import {
  blockKind,
  classId,
  code,
  fastArray,
  finalization,
  map,
  moduleTables,
  object,
  realm,
  record,
  string,
  stringKind,
  weakKind,
  weakReference,
} from './layout.ts';
import type { Memory } from './memory.ts';

/** Of a block that the collector knows. */
export function blockBytes(memory: Memory, block: number): number {
  const own = memory.sizeOf(block);
  switch (memory.kind(block)) {
    case blockKind.object:
      return own + objectBytes(memory, block);
    case blockKind.code:
      return (
        own +
        memory.sizeOf(memory.word(block + code.lineTable)) +
        memory.sizeOf(memory.word(block + code.source))
      );
    case blockKind.asyncFrame:
      return own + (memory.byte(block + 24) ? memory.sizeOf(memory.word(block + 32 + frameValues)) : 0);
    case blockKind.realm:
      return own + memory.sizeOf(memory.word(block + realm.prototypes));
    default:
      return own;
  }
}

/** Of a string. */
export function stringBytes(memory: Memory, text: number): number {
  const isIndirect = ((memory.word(text + string.hash) >>> 28) & 3) === stringKind.indirect;
  return (
    memory.sizeOf(text) +
    (isIndirect ? memory.sizeOf(memory.word(text + string.characters)) : 0) +
    (memory.isSymbol(text) ? weakBytes(memory, memory.word(text + string.firstWeakReference)) : 0)
  );
}

/** Of a module with its tables of what it asks for, exports, imports, and is waited for by. */
export function moduleBytes(memory: Memory, of: number): number {
  return moduleTables.reduce((sum, at) => sum + memory.sizeOf(memory.word(of + at)), memory.sizeOf(of));
}

/** In `JSAsyncFunctionState`: where the values of a suspended call lie. */
const frameValues = 32;

function objectBytes(memory: Memory, block: number): number {
  return (
    memory.sizeOf(memory.word(block + object.properties)) +
    weakBytes(memory, memory.word(block + object.firstWeakReference)) +
    ownBytes(memory, block)
  );
}

/** What notes that an object is the key of a weak map; what notes that it is watched belongs to whoever watches. */
function weakBytes(memory: Memory, first: number): number {
  let bytes = 0;
  for (let at = first; at !== 0; at = memory.word(at + weakReference.next)) {
    if (memory.word(at + weakReference.kind) === weakKind.map) bytes += memory.sizeOf(at);
  }
  return bytes;
}

function ownBytes(memory: Memory, block: number): number {
  const own = block + object.own;
  const data = memory.word(own);
  const kind = memory.half(block + object.classId);
  if (kind >= classId.firstTypedArray && kind <= classId.dataView) return memory.sizeOf(data);
  switch (kind) {
    case classId.array:
    case classId.arguments:
    case classId.mappedArguments:
      return memory.byte(block + object.flags) & fastArray ? memory.sizeOf(memory.word(own + 4)) : 0;
    case classId.function:
    case classId.generatorFunction:
    case classId.asyncFunction:
    case classId.asyncGeneratorFunction:
      return memory.sizeOf(memory.word(own + 4));
    case classId.arrayBuffer:
    case classId.sharedArrayBuffer:
      return data === 0 ? 0 : memory.sizeOf(data) + memory.sizeOf(memory.word(data + 12));
    case classId.map:
    case classId.set:
    case classId.weakMap:
    case classId.weakSet:
      return data === 0 ? 0 : collectionBytes(memory, data);
    case classId.generator:
      return (
        memory.sizeOf(data) +
        (memory.word(data) === 4 ? 0 : memory.sizeOf(memory.word(data + 8 + frameValues)))
      );
    case classId.asyncGenerator:
      return asyncGeneratorBytes(memory, data);
    case classId.iteratorHelper:
      return data === 0 ? 0 : memory.sizeOf(data) + memory.sizeOf(memory.word(data + 32));
    case classId.disposableStack:
    case classId.asyncDisposableStack:
      return data === 0 ? 0 : memory.sizeOf(data) + memory.sizeOf(memory.word(data + 12));
    case classId.promise:
      return data === 0
        ? 0
        : memory.sizeOf(data) + listBytes(memory, data + 4) + listBytes(memory, data + 12);
    case classId.promiseResolve:
    case classId.promiseReject:
      return data === 0 ? 0 : memory.sizeOf(data) + sharedStateBytes(memory, kind, memory.word(data + 8));
    case classId.finalizationRegistry:
      return data === 0 ? 0 : memory.sizeOf(data) + waitingBytes(memory, data);
    case classId.weakRef:
      // One that has lost its target points to a constant of the engine’s.
      return hasTarget(memory, block, data) ? memory.sizeOf(data) + noteBytes(memory, data, data) : 0;
    case classId.boundFunction:
    case classId.nativeFunctionWithData:
    case classId.nativeClosure:
    case classId.forInIterator:
    case classId.iteratorConcat:
    case classId.iteratorWrap:
    case classId.mapIterator:
    case classId.setIterator:
    case classId.arrayIterator:
    case classId.stringIterator:
    case classId.regExpStringIterator:
    case classId.proxy:
    case classId.asyncFromSyncIterator:
    case classId.domException:
    case classId.callSite:
      return memory.sizeOf(data);
    default:
      return 0;
  }
}

function collectionBytes(memory: Memory, state: number): number {
  let bytes = memory.sizeOf(state) + memory.sizeOf(memory.word(state + map.hashTable));
  for (const link of memory.list(state + map.records)) bytes += memory.sizeOf(link - record.link);
  return bytes;
}

function asyncGeneratorBytes(memory: Memory, data: number): number {
  if (data === 0) return 0;
  const frame = memory.word(data + 4) < 4 ? memory.sizeOf(memory.word(data + 8 + frameValues)) : 0;
  return memory.sizeOf(data) + frame + listBytes(memory, data + 72);
}

/** Entries with the notes by which their targets know of them. */
function waitingBytes(memory: Memory, data: number): number {
  let bytes = 0;
  for (const entry of memory.list(data)) {
    bytes += memory.sizeOf(entry);
    bytes += noteBytes(memory, entry + finalization.target, entry);
  }
  return bytes;
}

/** Of the note by which a target, named by where it stands as a value, knows what watches it. */
function noteBytes(memory: Memory, target: number, watcher: number): number {
  for (let at = memory.watchersOf(target); at !== 0; at = memory.word(at + weakReference.next)) {
    if (memory.word(at + weakReference.target) === watcher) return memory.sizeOf(at);
  }
  return 0;
}

/** A resolve function and its reject function share one block. */
function sharedStateBytes(memory: Memory, kind: number, state: number): number {
  const isAlone = memory.word(state) === 1;
  return isAlone || kind === classId.promiseResolve ? memory.sizeOf(state) : 0;
}

function hasTarget(memory: Memory, block: number, data: number): boolean {
  return data !== 0 && memory.target(data + 8) === block;
}

function listBytes(memory: Memory, head: number): number {
  let bytes = 0;
  for (const link of memory.list(head)) bytes += memory.sizeOf(link);
  return bytes;
}

/**
 * Calls `see` for each block of a node's that goes with another node as well, whichever goes first: what notes that a WeakRef, a
 * WeakMap or a FinalizationRegistry watches a target.
 */
export function sharedWithTargets(
  memory: Memory,
  block: number,
  see: (target: number, bytes: number) => void,
): void {
  const data = memory.word(block + object.own);
  switch (memory.half(block + object.classId)) {
    case classId.weakRef:
      if (hasTarget(memory, block, data)) {
        see(memory.target(data), memory.sizeOf(data) + noteBytes(memory, data, data));
      }
      return;
    case classId.weakMap:
    case classId.weakSet:
      for (const link of memory.list(data + map.records))
        see(memory.target(link - record.link + record.key), memory.sizeOf(link - record.link));
      return;
    case classId.finalizationRegistry:
      for (const entry of memory.list(data)) {
        const target = entry + finalization.target;
        see(memory.target(target), memory.sizeOf(entry) + noteBytes(memory, target, entry));
      }
  }
}
