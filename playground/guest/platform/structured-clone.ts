/** structuredClone as the HTML standard has it (§ 2.7), with everything that it can meet in this machine. */

import { domException } from './errors.ts';

interface Cloning {
  readonly seen: Map<object, unknown>;
  readonly transferred: ReadonlySet<ArrayBuffer>;
}

const errorKinds: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** A deep copy. Throws a DataCloneError for what has none: functions, symbols, weak collections, promises. */
export const structuredClone = (
  value: unknown,
  options?: { readonly transfer?: Iterable<unknown> },
): unknown => {
  const transfer = [...(options?.transfer ?? [])];
  for (const each of transfer) {
    if (!(each instanceof ArrayBuffer)) throw uncloneable('Found invalid object in transferList');
    if (each.detached) throw uncloneable('An ArrayBuffer is detached and could not be cloned.');
  }
  const buffers = transfer as ArrayBuffer[];
  if (new Set(buffers).size < buffers.length) {
    throw uncloneable('ArrayBuffer occurs in the transfer list more than once');
  }
  const cloning = { seen: new Map(), transferred: new Set(buffers) };
  const clone = cloneOf(value, cloning);
  for (const buffer of buffers) if (!buffer.detached) buffer.transfer();
  return clone;
};

function uncloneable(message: string): Error {
  return domException(message, 'DataCloneError');
}

function cloneOf(value: unknown, cloning: Cloning): unknown {
  if (typeof value === 'symbol') throw uncloneable(`${value.toString()} could not be cloned.`);
  if (typeof value === 'function') {
    throw uncloneable(`${Function.prototype.toString.call(value)} could not be cloned.`);
  }
  if (typeof value !== 'object' || value === null) return value;
  const known = cloning.seen.get(value);
  if (known !== undefined) return known;
  const { made, fill } = shellOf(value, cloning);
  cloning.seen.set(value, made);
  fill?.();
  return made;
}

interface Shell {
  readonly made: object;
  /** Copies what is inside; afterwards, since it may lead back to the object. */
  readonly fill?: () => void;
}

function shellOf(value: object, cloning: Cloning): Shell {
  if (Array.isArray(value)) {
    const made: unknown[] = new Array(value.length);
    return { made, fill: () => copyMembers(value, made, cloning) };
  }
  const primitive = boxed(value);
  if (primitive !== undefined) return { made: primitive };
  if (value instanceof Date) return { made: new Date(value.getTime()) };
  if (value instanceof RegExp) return { made: new RegExp(value.source, value.flags) };
  if (value instanceof ArrayBuffer) return { made: copyBuffer(value, cloning) };
  if (ArrayBuffer.isView(value)) return { made: copyView(value, cloning) };
  if (value instanceof Map) {
    const made = new Map();
    const entries = [...(value as Map<unknown, unknown>)];
    return {
      made,
      fill: () => {
        for (const [key, each] of entries) made.set(cloneOf(key, cloning), cloneOf(each, cloning));
      },
    };
  }
  if (value instanceof Set) {
    const made = new Set();
    const entries = [...(value as Set<unknown>)];
    return {
      made,
      fill: () => {
        for (const each of entries) made.add(cloneOf(each, cloning));
      },
    };
  }
  if (value instanceof Error) return copyError(value, cloning);
  if (isOpaque(value))
    throw uncloneable(
      `${Object.prototype.toString.call(value).replace('[object ', '#<').replace(']', '>')} could not be cloned.`,
    );
  const made = {};
  return { made, fill: () => copyMembers(value, made, cloning) };
}

function boxed(value: object): object | undefined {
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return Object(value.valueOf()) as object;
  }
  if (value instanceof BigInt) return Object(BigInt.prototype.valueOf.call(value)) as object;
  if (value instanceof Symbol) throw uncloneable('Object could not be cloned.');
  return undefined;
}

/** Own enumerable string keys, by their getters; prototypes are lost, as the standard has it. */
function copyMembers(from: object, to: object, cloning: Cloning): void {
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(from, key)) continue;
    const value = cloneOf((from as Record<string, unknown>)[key], cloning);
    Object.defineProperty(to, key, { value, writable: true, enumerable: true, configurable: true });
  }
}

function copyBuffer(buffer: ArrayBuffer, { transferred }: Cloning): ArrayBuffer {
  if (buffer.detached) throw uncloneable('An ArrayBuffer is detached and could not be cloned.');
  if (transferred.has(buffer)) return buffer.transfer();
  if (!buffer.resizable) return buffer.slice(0);
  const made = new ArrayBuffer(buffer.byteLength, { maxByteLength: buffer.maxByteLength });
  new Uint8Array(made).set(new Uint8Array(buffer));
  return made;
}

function copyView(view: ArrayBufferView, cloning: Cloning): object {
  const { byteOffset, byteLength } = view;
  const length = 'length' in view ? (view.length as number) : byteLength;
  const tag = Object.prototype.toString.call(view).slice('[object '.length, -1);
  const buffer = cloneOf(view.buffer, cloning);
  const View = Reflect.get(globalThis, tag) as new (buffer: unknown, at: number, length: number) => object;
  return new View(buffer, byteOffset, length);
}

function copyError(error: Error, cloning: Cloning): Shell {
  const { name } = error;
  const Kind = typeof name === 'string' && Object.hasOwn(errorKinds, name) ? errorKinds[name]! : Error;
  const blank = new Kind();
  const define = (key: string, value: unknown): void => {
    Object.defineProperty(blank, key, { value, writable: true, enumerable: false, configurable: true });
  };
  const message = Object.getOwnPropertyDescriptor(error, 'message');
  if (message !== undefined && 'value' in message) define('message', String(message.value));
  if (typeof error.stack === 'string') define('stack', error.stack);
  return {
    made: blank,
    fill: () => {
      if (Object.hasOwn(error, 'cause')) define('cause', cloneOf(error.cause, cloning));
    },
  };
}

/** Objects with a state of the engine's that no copy could have. */
function isOpaque(value: object): boolean {
  return (
    value instanceof WeakMap ||
    value instanceof WeakSet ||
    value instanceof WeakRef ||
    value instanceof FinalizationRegistry ||
    value instanceof Promise
  );
}

/** Puts it where a program looks for it. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { structuredClone });
  return [structuredClone];
}
