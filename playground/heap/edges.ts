/** By what one node of a heap refers to another. */

/** Kinds of reference. What else an edge is named by is a number: an atom, a place, or the address of a key. */
export const edgeKinds = [
  /** Named by an atom. */
  'property',
  'getter',
  'setter',
  'captured',
  /** Named by a place. */
  'element',
  'argument',
  'bound argument',
  'constant',
  'stack',
  'data',
  /** Named by the address of the value that is the key. */
  'entry',
  'weak entry',
  /** A local variable: by an atom. */
  'local',
  /** Named by nothing else. */
  'member',
  'key',
  'value',
  'prototype',
  'shape',
  'property name',
  'code',
  'home',
  'this',
  'function',
  'frame',
  'bound this',
  'bound function',
  'proxy target',
  'proxy handler',
  'result',
  'reaction',
  'promise',
  'resolve',
  'iterated',
  'iterator next',
  'iterator function',
  'buffer',
  'held value',
  'token',
  'callback',
  'disposable',
  'dispose method',
  'primitive',
  'text',
  'realm',
  'call',
] as const;

export type EdgeKind = (typeof edgeKinds)[number];

/** Numbers of the kinds, as a graph keeps them. */
export const edge = Object.fromEntries(edgeKinds.map((kind, number) => [kind, number])) as Readonly<
  Record<EdgeKind, number>
>;

/** Set in the address at which an object’s address stands, in place of a value. */
export const isPointer = 1;

/**
 * Told of one reference: its kind, what else it is named by, the address that it refers to, and the address of the value by which it
 * does, for a cut: with `isPointer` where an object’s address stands there by itself, and 0 where it cannot be cut.
 */
export type OnReference = (kind: number, name: number, target: number, slot: number) => void;
