/** Names for what lies in a heap: classes, functions, keys. Everything is read; nothing of the program’s is called. */

import { edge, edgeKinds } from './edges.ts';
import { nodeKind, type HeapGraph } from './graph.ts';
import { classId, code, isFunctionClass, isNativeClass, object, shape, tag } from './layout.ts';
import { propertiesOf } from './references.ts';
import type { StepKind, ThingKind } from './report.ts';

/** What one node is. */
export interface Thing {
  readonly kind: ThingKind;
  readonly of: string;
  /** Place in the compiled program, for a function. */
  readonly place?: { readonly line: number; readonly column: number };
}

/** Names of the engine’s own kinds, by class id. */
const engineNames: Readonly<Record<number, string>> = {
  [classId.array]: 'Array',
  [classId.arguments]: 'arguments',
  [classId.mappedArguments]: 'arguments',
  [classId.map]: 'Map',
  [classId.set]: 'Set',
  [classId.weakMap]: 'WeakMap',
  [classId.weakSet]: 'WeakSet',
  [classId.promise]: 'Promise',
  [classId.proxy]: 'Proxy',
  [classId.generator]: 'generator',
  [classId.asyncGenerator]: 'async generator',
  [classId.weakRef]: 'WeakRef',
  [classId.finalizationRegistry]: 'FinalizationRegistry',
  [classId.moduleNamespace]: 'module',
};

/** Names the things of one graph; each answer is found once. */
export class Names {
  readonly #graph: HeapGraph;
  readonly #sites: ReadonlyMap<number, string>;
  readonly #byPrototype = new Map<number, string>();
  readonly #manyKeys = new Map<number, boolean>();
  /** Functions by the addresses of their prototypes. */
  #constructors: ReadonlyMap<number, number> | undefined;

  /** `instances` has the class of each node that the census counts. */
  constructor(graph: HeapGraph, instances: ReadonlyMap<number, string>) {
    this.#graph = graph;
    this.#sites = instances;
  }

  thing(node: number): Thing {
    const site = this.#sites.get(node);
    if (site !== undefined) return { kind: 'instance', of: site };
    const { memory, kind, address } = this.#graph;
    switch (kind[node]!) {
      case nodeKind.object:
        return this.#object(address[node]!);
      case nodeKind.string:
      case nodeKind.rope:
        return memory.referenceCount(address[node]!) > 1
          ? { kind: 'shared string', of: 'shared string' }
          : { kind: 'string', of: 'string' };
      case nodeKind.bigInt:
        return { kind: 'other', of: 'bigint' };
      case nodeKind.module:
        return { kind: 'other', of: memory.atom(memory.word(address[node]!)) };
      default:
        return { kind: 'other', of: '' };
    }
  }

  /** What an edge is called, with what differs from one entry of a container to the next as `*`. */
  step(holder: number, at: number): { readonly kind: StepKind; readonly name: string } {
    const { memory, edgeKind, edgeName } = this.#graph;
    const kind = edgeKinds[edgeKind[at]!]!;
    const name = edgeName[at]!;
    if (kind === 'element') return { kind, name: '*' };
    if (kind === 'entry') return { kind, name: this.#key(holder, name) };
    if (kind === 'captured' || kind === 'local') return { kind, name: variableName(memory.atom(name)) };
    if (kind !== 'property' && kind !== 'getter' && kind !== 'setter') return { kind, name: '' };
    if (memory.isPrivate(name)) return { kind: 'private', name: memory.atom(name) };
    if (!memory.isNamed(name)) return { kind: 'symbol', name: this.#wild(holder, memory.atom(name)) };
    if (kind === 'property' && name & 0x80000000) return { kind: 'element', name: '*' };
    return { kind, name: this.#wild(holder, memory.atom(name)) };
  }

  #object(block: number): Thing {
    const { memory } = this.#graph;
    const kind = memory.half(block + object.classId);
    if (isFunctionClass(kind)) return this.#function(block);
    if (isNativeClass(kind) || kind === classId.boundFunction)
      return { kind: 'function', of: this.#ownText(block, 'name') ?? '' };
    if (kind === classId.asyncFunctionResolve || kind === classId.asyncFunctionReject) {
      const frame = memory.word(block + object.own);
      return frame === 0 ? { kind: 'other', of: '' } : this.#suspended(frame + 32 + 16 + 8);
    }
    if (kind === classId.generator || kind === classId.asyncGenerator) {
      const data = memory.word(block + object.own);
      return data === 0 ? { kind: 'other', of: '' } : this.#suspended(data + 8 + 16 + 8);
    }
    return { kind: 'object', of: engineNames[kind] ?? (this.#className(block) || 'Object') };
  }

  /** A call that waits, by the value that is its function. */
  #suspended(slot: number): Thing {
    const of = this.#graph.memory.target(slot);
    return of === 0 ? { kind: 'suspended', of: '' } : { ...this.#function(of), kind: 'suspended' };
  }

  #function(block: number): Thing {
    const { memory } = this.#graph;
    const body = memory.word(block + object.own);
    if (body === 0) return { kind: 'function', of: '' };
    const name = this.#ownText(block, 'name') ?? memory.atom(memory.word(body + code.name));
    // Only of the program’s own functions is the place one in the reader’s source.
    const isProgram = memory.atom(memory.word(body + code.fileName)) === 'program';
    const place = { line: memory.word(body + code.line), column: memory.word(body + code.column) };
    const isClass =
      memory.byte(block + object.flags) & 0x20 && this.#ownText(block, 'prototype') === undefined;
    return { kind: isClass ? 'class' : 'function', of: name, ...(isProgram ? { place } : {}) };
  }

  /** Name of the function that is the constructor of an object’s prototype. */
  #className(block: number): string {
    const { memory } = this.#graph;
    const prototype = memory.word(memory.word(block + object.shape) + shape.prototype);
    if (prototype === 0) return '';
    const known = this.#byPrototype.get(prototype);
    if (known !== undefined) return known;
    const slot = this.#ownSlot(prototype, 'constructor');
    const made = slot === 0 ? 0 : memory.target(slot);
    const own = made === 0 || memory.tag(slot) !== tag.object ? '' : (this.#ownText(made, 'name') ?? '');
    const name = own || this.#constructorName(prototype);
    this.#byPrototype.set(prototype, name);
    return name;
  }

  /** Where a prototype does not say whose it is, the function that has it for its prototype does. */
  #constructorName(prototype: number): string {
    this.#constructors ??= this.#findConstructors();
    const made = this.#constructors.get(prototype);
    return made === undefined ? '' : (this.#ownText(made, 'name') ?? '');
  }

  #findConstructors(): ReadonlyMap<number, number> {
    const { memory, kind, address, count } = this.#graph;
    const found = new Map<number, number>();
    for (let node = 0; node < count; node++) {
      const block = address[node]!;
      const isFunction =
        kind[node] === nodeKind.object && isFunctionClass(memory.half(block + object.classId));
      const slot = isFunction ? this.#ownSlot(block, 'prototype') : 0;
      if (slot !== 0 && memory.tag(slot) === tag.object) found.set(memory.target(slot), block);
    }
    return found;
  }

  #ownText(block: number, name: string): string | undefined {
    const { memory } = this.#graph;
    const slot = this.#ownSlot(block, name);
    if (slot === 0 || (memory.tag(slot) !== tag.string && memory.tag(slot) !== tag.rope)) return undefined;
    return memory.textOf(slot);
  }

  /** Where the value of a property of an object’s own stands; 0 for none, or for one that would have to be called. */
  #ownSlot(block: number, name: string): number {
    const { memory } = this.#graph;
    const of = memory.word(block + object.shape);
    const names = propertiesOf(memory, of);
    for (let n = 0; n < memory.word(of + shape.propertyCount); n++) {
      const atom = memory.word(names + 8 * n + 4);
      if (atom === 0 || atom & 0x80000000 || memory.atom(atom) !== name) continue;
      const isValue = ((memory.word(names + 8 * n) >>> 26) & 0x30) === 0;
      return isValue ? memory.word(block + object.properties) + 8 * n : 0;
    }
    return 0;
  }

  /** The key of a Map’s entry: a text with its numbers as `*`, and all of it where entries have little in common. */
  #key(holder: number, slot: number): string {
    const { memory, at } = this.#graph;
    switch (memory.tag(slot)) {
      case tag.string:
      case tag.rope:
        return JSON.stringify(this.#wild(holder, memory.textOf(slot)));
      case tag.object: {
        const node = at(memory.word(slot));
        return node === undefined ? '*' : this.thing(node).of;
      }
      default:
        return '*';
    }
  }

  #wild(holder: number, text: string): string {
    return this.#hasManyKeys(holder) ? '*' : wildcarded(text);
  }

  /** Whether what holds has more different sorts of key than a person would give names to. */
  #hasManyKeys(holder: number): boolean {
    // The global object has many from the start.
    if (this.#graph.address[holder] === this.#graph.memory.globalObject) return false;
    const known = this.#manyKeys.get(holder);
    if (known !== undefined) return known;
    const { memory, firstEdge, edgeKind, edgeName } = this.#graph;
    const patterns = new Set<string>();
    for (let at = firstEdge[holder]!; at < firstEdge[holder + 1]! && patterns.size <= mostPatterns; at++) {
      if (edgeKind[at] === edge.entry) {
        const slot = edgeName[at]!;
        if (memory.tag(slot) === tag.string || memory.tag(slot) === tag.rope)
          patterns.add(wildcarded(memory.textOf(slot)));
      } else if (edgeKind[at] === edge.property) patterns.add(wildcarded(memory.atom(edgeName[at]!)));
    }
    const has = patterns.size > mostPatterns;
    this.#manyKeys.set(holder, has);
    return has;
  }
}

/** The engine’s name for what a module exports as its default and gives no name. */
function variableName(name: string): string {
  return name === '*default*' ? 'default' : name;
}

/** Sorts of key beyond which all keys of a container count as one. */
const mostPatterns = 24;

/** A text with each of its numbers as `*`. */
export function wildcarded(text: string): string {
  return text.replace(/\d+/g, '*');
}
