/** Copies, text as bytes, chance and turns, as browsers and Node have them. */

/** A deep copy. Throws a `DataCloneError` for what has none, such as functions. */
declare function structuredClone<T>(value: T, options?: { transfer?: readonly ArrayBuffer[] }): T;

interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
  readonly [Symbol.toStringTag]: string;
}
declare var TextEncoder: {
  readonly prototype: TextEncoder;
  new (): TextEncoder;
};

/** Decodes UTF-8 alone. */
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
  readonly [Symbol.toStringTag]: string;
}
declare var TextDecoder: {
  readonly prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

/** Drawn from the run's seed: equal runs draw the same. Fit for ids, and for nothing secret. */
interface Crypto {
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
}
declare var crypto: Crypto;

/** Calls `callback` in the next turn, after promises and before time passes. */
declare function setImmediate<Values extends readonly unknown[]>(
  callback: (...values: Values) => void,
  ...values: Values
): NodeJS.Immediate;
declare function setImmediate(callback: (value: void) => void): NodeJS.Immediate;
declare function clearImmediate(immediate: number | undefined): void;
