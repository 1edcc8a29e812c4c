/** A machine's memory, read from outside: words, values, texts. Reading it runs nothing, and changes nothing. */

import { captureBytes, code, object, realm, rope, runtime, string, stringKind, tag } from './layout.ts';
import type { MemoryExports } from '../host/heap-exports.ts';

/** What the machine counts for each block beside what can be used of it (`MALLOC_OVERHEAD`). */
const overheadBytes = 8;

/** Longest text that is copied out of a machine; what is longer is cut and ends in an ellipsis. */
const mostText = 200;

/**
 * A reading of one moment: it is of no more use once the machine has run on, since memory may have moved. Addresses are
 * numbers; a value is named by the address at which it stands.
 */
export class Memory {
  readonly realm: number;
  /** Heads of the lists of collectable objects, of strings and of pending jobs. */
  readonly objects: number;
  readonly strings: number;
  readonly jobs: number;
  readonly classCount: number;
  #words: Uint32Array;
  #bytes: Uint8Array;
  readonly #exports: MemoryExports;
  readonly #atoms: number;
  readonly #runtime: number;
  readonly #usableSize: MemoryExports['js_malloc_usable_size_rt'];

  constructor(exports: MemoryExports) {
    const { buffer } = exports.memory;
    this.#words = new Uint32Array(buffer);
    this.#bytes = new Uint8Array(buffer);
    this.#exports = exports;
    this.#runtime = exports.qjs_get_runtime_ptr();
    this.#usableSize = exports.js_malloc_usable_size_rt;
    this.realm = exports.qjs_get_context_ptr();
    this.objects = this.#findObjects();
    this.strings = this.objects + runtime.strings;
    this.jobs = this.objects + runtime.jobs;
    this.classCount = this.word(this.objects + runtime.classCount);
    this.#atoms = this.word(this.objects + runtime.atoms);
  }

  /** To be called when the machine is back at the moment of the reading: its memory may have grown in between. */
  renew(): void {
    const { buffer } = this.#exports.memory;
    this.#words = new Uint32Array(buffer);
    this.#bytes = new Uint8Array(buffer);
  }

  /** Address of the global object. */
  get globalObject(): number {
    return this.target(this.realm + realm.globalObject);
  }

  word(at: number): number {
    return this.#words[at >>> 2]!;
  }

  half(at: number): number {
    return this.#bytes[at]! | (this.#bytes[at + 1]! << 8);
  }

  byte(at: number): number {
    return this.#bytes[at]!;
  }

  /** Kind of a block that the collector knows. */
  kind(block: number): number {
    return this.#bytes[block - 5]! & 0x7f;
  }

  /** How many references there are to a block. */
  referenceCount(block: number): number {
    return this.word(block - 4);
  }

  /** Bytes that a block takes, as the machine counts them. */
  sizeOf(block: number): number {
    return block === 0 ? 0 : this.#usableSize(this.#runtime, block) + overheadBytes;
  }

  tag(value: number): number {
    return this.#words[(value + 4) >>> 2]! | 0;
  }

  /** What a value refers to; 0 for a value that is no reference. */
  target(value: number): number {
    const kind = this.tag(value);
    return kind >= tag.bigInt && kind <= tag.object && kind !== tag.module ? this.word(value) : 0;
  }

  /** Members of a list, from its head; each is given as the address of its link. */
  *list(head: number): Generator<number> {
    for (let link = this.word(head); link !== head && link !== 0; link = this.word(link)) yield link;
  }

  /** The text of an atom; of a symbol its description. */
  atom(atom: number): string {
    return atom & 0x80000000 ? String(atom & 0x7fffffff) : this.text(this.atomString(atom));
  }

  /** The string of an atom; 0 for an atom that is a number. */
  atomString(atom: number): number {
    return atom & 0x80000000 ? 0 : this.word(this.#atoms + 4 * atom);
  }

  /** Whether an atom is a string, and neither a symbol nor the name of a private field. */
  isNamed(atom: number): boolean {
    const of = this.atomString(atom);
    return of === 0 || this.word(of + string.hash) >>> 30 === 1;
  }

  /** Whether an atom is the name of a private field. */
  isPrivate(atom: number): boolean {
    const of = this.atomString(atom);
    return (
      of !== 0 && this.word(of + string.hash) >>> 30 === 3 && (this.word(of + string.hash) & 0x0fffffff) === 1
    );
  }

  /** First of the notes by which what a value refers to, an object or a symbol, knows who watches it; 0 for none. */
  watchersOf(value: number): number {
    const target = this.target(value);
    const at = this.tag(value) === tag.symbol ? string.firstWeakReference : object.firstWeakReference;
    return target === 0 ? 0 : this.word(target + at);
  }

  /** Whether a string is a symbol, which weak maps may have for a key. */
  isSymbol(of: number): boolean {
    return this.word(of + string.hash) >>> 30 >= 2;
  }

  /** The first characters of a string. */
  text(of: number): string {
    if (of === 0) return '';
    const head = this.word(of);
    const isWide = head >>> 31 === 1;
    const length = head & 0x7fffffff;
    const shown = Math.min(length, mostText);
    const at = this.#charactersOf(of);
    const bytes = this.#bytes.subarray(at, at + (isWide ? 2 * shown : shown));
    const codes = isWide
      ? Array.from({ length: shown }, (_, n) => bytes[2 * n]! | (bytes[2 * n + 1]! << 8))
      : bytes;
    const text = String.fromCharCode(...codes);
    return length > shown ? `${text}…` : text;
  }

  /** The first characters of a string or of a rope of strings. */
  textOf(value: number): string {
    if (this.tag(value) === tag.string) return this.text(this.word(value));
    const parts: string[] = [];
    const open = [value];
    let length = 0;
    while (open.length > 0 && length <= mostText) {
      const next = open.pop()!;
      if (this.tag(next) === tag.rope) {
        const at = this.word(next);
        open.push(at + rope.right, at + rope.left);
      } else if (this.tag(next) === tag.string) {
        parts.push(this.text(this.word(next)));
        length += parts.at(-1)!.length;
      }
    }
    const text = parts.join('');
    return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
  }

  /** A value that is a number, or undefined. */
  number(value: number): number | undefined {
    const kind = this.tag(value);
    if (kind === 0) return this.word(value) | 0;
    // Doubles are stored with an addend, which keeps their high words apart from the tags.
    if (kind >= tag.bigInt && kind <= 7) return undefined;
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(0, this.word(value), true);
    view.setUint32(4, (this.word(value + 4) + 0x7ff80000 - tag.bigInt + 1) >>> 0, true);
    return view.getFloat64(0, true);
  }

  /** Name of the captured variable of that place in a function's code. */
  captureName(of: number, place: number): string {
    return this.atom(this.word(this.word(of + code.closure) + captureBytes * place + 4));
  }

  #charactersOf(of: number): number {
    const at = of + string.characters;
    switch ((this.word(of + string.hash) >>> 28) & 3) {
      case stringKind.slice:
        return this.word(at) + string.characters + this.word(at + 4);
      case stringKind.indirect:
        return this.word(at);
      default:
        return at;
    }
  }

  /** The list of contexts has one member, and its head and that member point to each other; the list of objects follows it. */
  #findObjects(): number {
    const member = this.realm + realm.link;
    for (let at = this.#runtime; at < this.#runtime + 4096; at += 4) {
      if (this.word(at) === member && this.word(at + 4) === member) return at + 8;
    }
    throw new Error('The machine’s heap is not laid out as this reader knows it.');
  }
}
