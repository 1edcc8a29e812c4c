/** Every reference that a block of QuickJS's heap holds, for each kind of holder that the engine has. */

import { edge, isPointer, type OnReference } from './edges.ts';
import {
  blockKind,
  code,
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
  weakKind,
  weakReference,
} from './layout.ts';
import type { Memory } from './memory.ts';
import { ownReferences } from './own-references.ts';
import { frameOwner, frameReferences, value } from './value-references.ts';

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
