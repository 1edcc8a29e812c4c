/** Errors as Node and the web give them: by code, by name, with the same words. */

/** Shows `value` at the end of a message about a wrong argument, as Node does. */
function received(value: unknown): string {
  if (value === null || value === undefined) return `Received ${String(value)}`;
  if (typeof value === 'function') return `Received function ${value.name}`;
  if (typeof value === 'object') {
    const made = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name;
    return typeof made === 'string' && made !== ''
      ? `Received an instance of ${made}`
      : 'Received an object without a constructor';
  }
  const plain = value as string | number | boolean | bigint | symbol;
  const shown =
    typeof plain === 'bigint' ? `${plain}n` : typeof plain === 'string' ? `'${plain}'` : plain.toString();
  return `Received type ${typeof value} (${shown.length > 28 ? `${shown.slice(0, 25)}...` : shown})`;
}

/** Gives an error Node's `code`. */
export function withCode<E extends Error>(error: E, code: string): E {
  return Object.assign(error, { code });
}

/** ERR_INVALID_ARG_TYPE. `expected` reads on from "must be ". */
export function wrongType(argument: string, expected: string, value: unknown): TypeError {
  const kind = argument.includes('.') ? 'property' : 'argument';
  return withCode(
    new TypeError(`The "${argument}" ${kind} must be ${expected}. ${received(value)}`),
    'ERR_INVALID_ARG_TYPE',
  );
}

/** ERR_OUT_OF_RANGE. */
export function outOfRange(argument: string, range: string, value: unknown): RangeError {
  const text = `The value of "${argument}" is out of range. It must be ${range}. Received ${String(value)}`;
  return withCode(new RangeError(text), 'ERR_OUT_OF_RANGE');
}

/** What Node's own functions reject with when their signal aborts. */
export class AbortError extends Error {
  readonly code = 'ABORT_ERR';

  constructor(cause?: unknown) {
    super('The operation was aborted', cause === undefined ? undefined : { cause });
    this.name = 'AbortError';
  }
}

/** The web's error of that name; `DOMException` is the machine's own. */
export function domException(message: string, name: string): Error {
  return new RealDOMException(message, name);
}

declare const DOMException: new (message?: string, name?: string) => Error;
const RealDOMException = DOMException;
