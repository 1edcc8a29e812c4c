/** What the engine has beyond the libraries of TypeScript 5.9. */

interface ErrorConstructor {
  /** Gives `target` a `stack` that begins where `below` was called. */
  captureStackTrace(target: object, below?: Function): void;
  stackTraceLimit: number;
}

interface Math {
  /** The sum of the numbers, rounded once. */
  sumPrecise(numbers: Iterable<number>): number;
}

interface Map<K, V> {
  /** The value of `key`, which is `value` from now on if there is none. */
  getOrInsert(key: K, value: V): V;
  getOrInsertComputed(key: K, compute: (key: K) => V): V;
}
interface WeakMap<K extends WeakKey, V> {
  /** The value of `key`, which is `value` from now on if there is none. */
  getOrInsert(key: K, value: V): V;
  getOrInsertComputed(key: K, compute: (key: K) => V): V;
}

interface IteratorConstructor {
  concat<T>(...iterables: Iterable<T>[]): IteratorObject<T, undefined, unknown>;
  zip<T>(
    iterables: Iterable<Iterable<T>>,
    options?: { mode?: 'shortest' | 'longest' | 'strict'; padding?: Iterable<T> },
  ): IteratorObject<T[], undefined, unknown>;
  zipKeyed<K extends string, T>(
    iterables: Record<K, Iterable<T>>,
    options?: { mode?: 'shortest' | 'longest' | 'strict'; padding?: Partial<Record<K, T>> },
  ): IteratorObject<Record<K, T>, undefined, unknown>;
}
interface IteratorObject<T, TReturn, TNext> {
  chunks(size: number): IteratorObject<T[], undefined, unknown>;
  windows(size: number, undersized?: 'only-full' | 'allow-partial'): IteratorObject<T[], undefined, unknown>;
  includes(value: T, skipped?: number): boolean;
  join(separator?: string): string;
}

interface RegExpConstructor {
  /** The text with all that means something in a pattern escaped. */
  escape(text: string): string;
}

interface JSON {
  rawJSON(text: string): { readonly rawJSON: string };
  isRawJSON(value: unknown): boolean;
}

interface ArrayBuffer {
  readonly immutable: boolean;
  sliceToImmutable(start?: number, end?: number): ArrayBuffer;
  transferToImmutable(length?: number): ArrayBuffer;
}

interface Base64Options {
  alphabet?: 'base64' | 'base64url';
}
interface Uint8ArrayConstructor {
  fromBase64(
    text: string,
    options?: Base64Options & { lastChunkHandling?: 'loose' | 'strict' | 'stop-before-partial' },
  ): Uint8Array<ArrayBuffer>;
  fromHex(text: string): Uint8Array<ArrayBuffer>;
}
interface Uint8Array<TArrayBuffer extends ArrayBufferLike> {
  toBase64(options?: Base64Options & { omitPadding?: boolean }): string;
  toHex(): string;
  setFromBase64(
    text: string,
    options?: Base64Options & { lastChunkHandling?: 'loose' | 'strict' | 'stop-before-partial' },
  ): { read: number; written: number };
  setFromHex(text: string): { read: number; written: number };
}

/** Base 64 to a string of one character a byte, and back. */
declare function atob(text: string): string;
declare function btoa(text: string): string;

type DOMExceptionCodes = Readonly<
  Record<
    | 'INDEX_SIZE_ERR'
    | 'DOMSTRING_SIZE_ERR'
    | 'HIERARCHY_REQUEST_ERR'
    | 'WRONG_DOCUMENT_ERR'
    | 'INVALID_CHARACTER_ERR'
    | 'NO_DATA_ALLOWED_ERR'
    | 'NO_MODIFICATION_ALLOWED_ERR'
    | 'NOT_FOUND_ERR'
    | 'NOT_SUPPORTED_ERR'
    | 'INUSE_ATTRIBUTE_ERR'
    | 'INVALID_STATE_ERR'
    | 'SYNTAX_ERR'
    | 'INVALID_MODIFICATION_ERR'
    | 'NAMESPACE_ERR'
    | 'INVALID_ACCESS_ERR'
    | 'VALIDATION_ERR'
    | 'TYPE_MISMATCH_ERR'
    | 'SECURITY_ERR'
    | 'NETWORK_ERR'
    | 'ABORT_ERR'
    | 'URL_MISMATCH_ERR'
    | 'QUOTA_EXCEEDED_ERR'
    | 'TIMEOUT_ERR'
    | 'INVALID_NODE_TYPE_ERR'
    | 'DATA_CLONE_ERR',
    number
  >
>;
interface DOMException extends Error, DOMExceptionCodes {
  readonly name: string;
  readonly message: string;
  readonly code: number;
  readonly [Symbol.toStringTag]: string;
}
declare var DOMException: DOMExceptionCodes & {
  readonly prototype: DOMException;
  new (message?: string, name?: string): DOMException;
};
