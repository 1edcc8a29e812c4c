/** References by values: one, several in a row, and those of a suspended call. */

import { edge, type OnReference } from './edges.ts';
import { code, object, variableBytes } from './layout.ts';
import type { Memory } from './memory.ts';

/** Tells of the reference that a value is, if it is one. */
export function value(memory: Memory, see: OnReference, kind: number, name: number, at: number): void {
  const target = memory.target(at);
  if (target !== 0) see(kind, name, target, at);
}

/** The same for so many values that follow one another. */
export function values(memory: Memory, see: OnReference, kind: number, first: number, count: number): void {
  for (let n = 0; n < count; n++) value(memory, see, kind, n, first + 8 * n);
}

/** In `JSStackFrame`: its function, its values, where they end, and whose frame it is. */
const frameFunction = 8;
const frameValues = 16;
const frameEnd = 40;
export const frameOwner = 44;

/** Of a suspended call: `this`, its function, its arguments and locals by name, and what lies on its stack. */
export function frameReferences(memory: Memory, state: number, see: OnReference): void {
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
