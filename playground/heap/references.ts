/** Every reference that a block of QuickJS's heap holds, for each kind of holder that the engine has. */

import { edge, isPointer, type OnReference } from './edges.ts';
import {
  blockKind,
  classId,
  code,
  fastArray,
  finalization,
  map,
  moduleValues,
  object,
  propertyKind,
  realm,
  record,
  rope,
  shape,
  string,
  stringKind,
  variable,
  variableBytes,
  weakKind,
  weakReference,
} from './layout.ts';
import type { Memory } from './memory.ts';

/** Calls `see` for each reference of a collectable block. */
export function blockReferences(memory: Memory, block: number, see: OnReference): void {
  switch (memory.kind(block)) {
    case blockKind.object:
      objectReferences(memory, block, see);
      return;
    case blockKind.code:
      for (let n = 0; n < memory.word(block + code.constantCount); n++) {
        value(memory, see, edge.constant, n, memory.word(block + code.constants) + 8 * n);
      }
      return;
    case blockKind.shape:
      shapeReferences(memory, block, see);
      return;
    case blockKind.variable:
      if (memory.byte(block + variable.isDetached))
        value(memory, see, edge.value, 0, memory.word(block + variable.at));
      else if (memory.byte(block + variable.isCoroutine)) {
        // The value lies in the frame of a suspended call, which is what the variable holds.
        see(edge.frame, 0, memory.word(memory.word(block + variable.frame) + frameOwner), 0);
      }
      return;
    case blockKind.asyncFrame:
      value(memory, see, edge.resolve, 0, block + 8);
      value(memory, see, edge.resolve, 1, block + 16);
      if (memory.byte(block + 24)) frameReferences(memory, block + 32, see);
      return;
    case blockKind.realm:
      realmReferences(memory, block, see);
  }
}

/** Of a string: what it is a part of, or made of; of a symbol what weak maps hold for it. */
export function stringReferences(memory: Memory, text: number, see: OnReference): void {
  if (((memory.word(text + string.hash) >>> 28) & 3) === stringKind.slice) {
    see(edge.text, 0, memory.word(text + string.characters), 0);
  }
  if (memory.isSymbol(text)) weakMapReferences(memory, memory.word(text + string.firstWeakReference), see);
}

/** Of a rope, the two it was joined from. */
export function ropeReferences(memory: Memory, at: number, see: OnReference): void {
  value(memory, see, edge.text, 0, at + rope.left);
  value(memory, see, edge.text, 1, at + rope.right);
}

/** Of a module: its bindings aside (they are its function’s captured variables), what its evaluation holds. */
export function moduleReferences(memory: Memory, module: number, see: OnReference): void {
  for (const [n, at] of moduleValues.entries()) value(memory, see, edge.data, n, module + at);
}

/** In `JSStackFrame`: its function, its values, where they end, and whose frame it is. */
const frameFunction = 8;
const frameValues = 16;
const frameEnd = 40;
const frameOwner = 44;

/** Of a suspended call: `this`, its function, its arguments and locals by name, and what lies on its stack. */
function frameReferences(memory: Memory, state: number, see: OnReference): void {
  const frame = state + 16;
  value(memory, see, edge.this, 0, state);
  value(memory, see, edge.function, 0, frame + frameFunction);
  const of = memory.target(frame + frameFunction);
  const body = of === 0 ? 0 : memory.word(of + object.own);
  const end = memory.word(frame + frameEnd);
  if (end === 0) return;
  const named =
    body === 0 ? 0 : memory.half(body + code.argumentCount) + memory.half(body + code.variableCount);
  for (let at = memory.word(frame + frameValues), n = 0; at < end; at += 8, n++) {
    if (n < named)
      value(memory, see, edge.local, memory.word(memory.word(body + code.variables) + variableBytes * n), at);
    else value(memory, see, edge.stack, n - named, at);
  }
}

function realmReferences(memory: Memory, block: number, see: OnReference): void {
  for (let n = 0; n < realm.shapeCount; n++) see(edge.shape, n, memory.word(block + realm.shapes + 4 * n), 0);
  const prototypes = memory.word(block + realm.prototypes);
  for (let n = 0; n < memory.classCount; n++) value(memory, see, edge.data, n, prototypes + 8 * n);
  for (let at: number = realm.firstValue; at <= realm.lastValue; at += 8)
    value(memory, see, edge.data, at, block + at);
}

function shapeReferences(memory: Memory, block: number, see: OnReference): void {
  see(edge.prototype, 0, memory.word(block + shape.prototype), 0);
  const names = propertiesOf(memory, block);
  for (let n = 0; n < memory.word(block + shape.propertyCount); n++) {
    const atom = memory.word(names + 8 * n + 4);
    if (atom !== 0) see(edge['property name'], atom, memory.atomString(atom), 0);
  }
}

/** Where a shape describes its properties: 8 bytes each, flags in the high bits of the first word, the name in the second. */
export function propertiesOf(memory: Memory, block: number): number {
  return block + shape.hashTable + 4 * (memory.word(block + shape.hashMask) + 1);
}

function objectReferences(memory: Memory, block: number, see: OnReference): void {
  const of = memory.word(block + object.shape);
  see(edge.shape, 0, of, 0);
  const names = propertiesOf(memory, of);
  const values = memory.word(block + object.properties);
  for (let n = 0; n < memory.word(of + shape.propertyCount); n++) {
    const name = memory.word(names + 8 * n + 4);
    if (name === 0) continue;
    const slot = values + 8 * n;
    switch ((memory.word(names + 8 * n) >>> 26) & 0x30) {
      case propertyKind.value:
        value(memory, see, edge.property, name, slot);
        break;
      case propertyKind.accessor:
        see(edge.getter, name, memory.word(slot), slot | isPointer);
        see(edge.setter, name, memory.word(slot + 4), (slot + 4) | isPointer);
        break;
      case propertyKind.variable:
        see(edge.property, name, memory.word(slot), 0);
        break;
      case propertyKind.lazy:
        see(edge.realm, name, memory.word(slot) & ~3, 0);
    }
  }
  weakMapReferences(memory, memory.word(block + object.firstWeakReference), see);
  ownReferences(memory, block, see);
}

/** What weak maps hold for a key: it lives as long as the key does. */
function weakMapReferences(memory: Memory, first: number, see: OnReference): void {
  for (let at = first; at !== 0; at = memory.word(at + weakReference.next)) {
    if (memory.word(at + weakReference.kind) !== weakKind.map) continue;
    const entry = memory.word(at + weakReference.target);
    value(memory, see, edge['weak entry'], entry, entry + record.value);
  }
}

/** What an object holds by what it is. */
function ownReferences(memory: Memory, block: number, see: OnReference): void {
  const own = block + object.own;
  const data = memory.word(own);
  const kind = memory.half(block + object.classId);
  if (kind >= classId.firstTypedArray && kind <= classId.dataView) {
    if (data !== 0) see(edge.buffer, 0, memory.word(data + 12), 0);
    return;
  }
  switch (kind) {
    case classId.array:
    case classId.arguments:
      if (memory.byte(block + object.flags) & fastArray)
        values(memory, see, edge.element, memory.word(own + 4), memory.word(own + 8));
      return;
    case classId.mappedArguments:
      if (!(memory.byte(block + object.flags) & fastArray)) return;
      for (let n = 0; n < memory.word(own + 8); n++)
        variableReference(memory, see, edge.argument, n, memory.word(memory.word(own + 4) + 4 * n));
      return;
    case classId.number:
    case classId.number + 1:
    case classId.number + 2:
    case classId.number + 3:
    case classId.date:
    case classId.bigInt:
      value(memory, see, edge.primitive, 0, own);
      return;
    case classId.nativeFunction:
      see(edge.realm, 0, data, 0);
      return;
    case classId.function:
    case classId.generatorFunction:
    case classId.asyncFunction:
    case classId.asyncGeneratorFunction:
      functionReferences(memory, own, see);
      return;
    case classId.regExp:
      see(edge.text, 0, data, 0);
      see(edge.text, 1, memory.word(own + 4), 0);
      return;
    case classId.map:
    case classId.set:
      collectionReferences(memory, data, kind === classId.map, see);
      return;
    default:
      if (data !== 0) dataReferences(memory, kind, data, see);
  }
}

function functionReferences(memory: Memory, own: number, see: OnReference): void {
  const body = memory.word(own);
  const captures = memory.word(own + 4);
  see(edge.home, 0, memory.word(own + 8), (own + 8) | isPointer);
  if (body === 0) return;
  see(edge.code, 0, body, 0);
  if (captures === 0) return;
  const names = memory.word(body + code.closure);
  for (let n = 0; n < memory.half(body + code.closureCount); n++) {
    variableReference(
      memory,
      see,
      edge.captured,
      memory.word(names + 8 * n + 4),
      memory.word(captures + 4 * n),
    );
  }
}

/** Only a variable that has outlived its call, or that belongs to one that is suspended, is a block of its own. */
function variableReference(memory: Memory, see: OnReference, kind: number, name: number, of: number): void {
  if (of !== 0 && (memory.byte(of + variable.isDetached) || memory.byte(of + variable.isCoroutine)))
    see(kind, name, of, 0);
}

function collectionReferences(memory: Memory, state: number, isMap: boolean, see: OnReference): void {
  if (state === 0) return;
  for (const link of memory.list(state + map.records)) {
    const entry = link - record.link;
    if (memory.byte(entry + record.isEmpty)) continue;
    value(memory, see, isMap ? edge.key : edge.member, 0, entry + record.key);
    if (isMap) value(memory, see, edge.entry, entry + record.key, entry + record.value);
  }
}

/** What the data of a kind of object of the engine’s own refers to. */
function dataReferences(memory: Memory, kind: number, data: number, see: OnReference): void {
  const one = (of: number, at: number, name = 0): void => value(memory, see, of, name, data + at);
  switch (kind) {
    case classId.boundFunction:
      one(edge['bound function'], 0);
      one(edge['bound this'], 8);
      values(memory, see, edge['bound argument'], data + 24, memory.word(data + 16));
      return;
    case classId.nativeFunctionWithData:
      values(memory, see, edge.data, data + 8, memory.byte(data + 5));
      return;
    case classId.forInIterator:
    case classId.mapIterator:
    case classId.setIterator:
    case classId.arrayIterator:
    case classId.stringIterator:
      one(edge.iterated, 0);
      return;
    case classId.regExpStringIterator:
      one(edge.iterated, 0);
      one(edge.iterated, 8, 1);
      return;
    case classId.iteratorConcat: {
      one(edge.iterated, 8);
      one(edge['iterator next'], 16);
      const from = memory.word(data) & 0x7fffffff;
      const count = memory.word(data + 4) & 0x7fffffff;
      for (let n = from; n < count; n++) one(edge.iterated, 24 + 8 * n, n);
      return;
    }
    case classId.iteratorHelper:
      one(edge.iterated, 0);
      one(edge['iterator next'], 8);
      one(edge['iterator function'], 16);
      one(edge.iterated, 24, 1);
      values(memory, see, edge.data, memory.word(data + 32), memory.word(data + 48));
      return;
    case classId.iteratorWrap:
    case classId.asyncFromSyncIterator:
      one(edge.iterated, 0);
      one(edge['iterator next'], 8);
      return;
    case classId.generator:
      if (memory.word(data) !== generatorCompleted) frameReferences(memory, data + 8, see);
      return;
    case classId.asyncGenerator:
      asyncGeneratorReferences(memory, data, see);
      return;
    case classId.disposableStack:
    case classId.asyncDisposableStack:
      for (let n = 0; n < memory.word(data + 4); n++) {
        value(memory, see, edge.disposable, n, memory.word(data + 12) + 24 * n);
        value(memory, see, edge['dispose method'], n, memory.word(data + 12) + 24 * n + 8);
      }
      return;
    case classId.proxy:
      one(edge['proxy target'], 0);
      one(edge['proxy handler'], 8);
      return;
    case classId.promise:
      one(edge.result, 24);
      for (const head of [data + 4, data + 12]) {
        for (const link of memory.list(head)) {
          for (let n = 0; n < 3; n++) value(memory, see, edge.reaction, n, link + 8 + 8 * n);
        }
      }
      return;
    case classId.promiseResolve:
    case classId.promiseReject:
      one(edge.promise, 0);
      return;
    case classId.asyncFunctionResolve:
    case classId.asyncFunctionReject:
      see(edge.frame, 0, data, 0);
      return;
    case classId.finalizationRegistry:
      one(edge.callback, 16);
      for (const link of memory.list(data)) {
        value(memory, see, edge['held value'], 0, link + finalization.held);
        value(memory, see, edge.token, 0, link + finalization.token);
      }
      return;
    case classId.domException:
      one(edge.text, 0);
      one(edge.text, 8, 1);
      return;
    case classId.callSite:
      one(edge.text, 0);
      one(edge.function, 8);
      one(edge.text, 16, 1);
  }
}

/** States of a generator that has no frame any more. */
const generatorCompleted = 4;
const asyncGeneratorAwaitsReturn = 4;

function asyncGeneratorReferences(memory: Memory, data: number, see: OnReference): void {
  if (memory.word(data + 4) < asyncGeneratorAwaitsReturn) frameReferences(memory, data + 8, see);
  for (const link of memory.list(data + asyncGeneratorQueue)) {
    for (let n = 0; n < 4; n++) value(memory, see, edge.promise, n, link + 16 + 8 * n);
  }
}

/** Where an async generator keeps its requests: behind its state and its frame. */
const asyncGeneratorQueue = 72;

function value(memory: Memory, see: OnReference, kind: number, name: number, at: number): void {
  const target = memory.target(at);
  if (target !== 0) see(kind, name, target, at);
}

function values(memory: Memory, see: OnReference, kind: number, first: number, count: number): void {
  for (let n = 0; n < count; n++) value(memory, see, kind, n, first + 8 * n);
}
