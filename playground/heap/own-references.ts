/** What an object of QuickJS's holds by what it is: an array's elements, a Map's entries, what a function has captured, and so on. */

import { edge, isPointer, type OnReference } from './edges.ts';
import { classId, code, fastArray, finalization, map, object, record, variable } from './layout.ts';
import type { Memory } from './memory.ts';
import { frameReferences, value, values } from './value-references.ts';

/** What an object holds by what it is. */
export function ownReferences(memory: Memory, block: number, see: OnReference): void {
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
