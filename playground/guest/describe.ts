/** Turns any value of a program into a short text, whatever its own methods do. */

const longest = 1000;
/** Characters of an error among those that another was made of, and of a stack: its first lines say where. */
const longestInner = 200;
const longestStack = 4000;
/** Errors within errors that are told, one inside another, and side by side. */
const deepest = 4;
const mostBeside = 3;

/** What a person would want to read of `value`; at most 1,000 characters. Never throws. */
export function describe(value: unknown): string {
  try {
    return cut(textOf(value));
  } catch {
    return `(a ${typeof value} that cannot be shown)`;
  }
}

/** What was thrown, in words. */
export interface DescribedError {
  /** Name and message of an error; for anything else, what it is. */
  readonly message: string;
  /** The errors that it was made of, to be read on from the message; empty for none. */
  readonly inner: string;
  /** Where it came from, and behind that where the errors came from that it was made of. */
  readonly stack: string;
  /** Set where it is the engine's own error for an allocation that failed. */
  readonly exhausted?: boolean;
}

/** What only the engine's own errors have: the global that would make others is taken away before a program loads. */
const engineError = (globalThis as { readonly InternalError?: { readonly prototype: unknown } }).InternalError
  ?.prototype;

/** An error, or anything else that `was thrown`, in words. Never throws. */
export function describeError(error: unknown, how = 'was thrown'): DescribedError {
  try {
    if (error instanceof Error) {
      const stacks = [stackOf(error)];
      return {
        message: headOf(error, longest),
        inner: innerOf(error, stacks),
        stack: stacks.join('\n'),
        exhausted: Object.getPrototypeOf(error) === engineError && error.message === 'out of memory',
      };
    }
  } catch {
    return { message: 'an error that cannot be shown', inner: '', stack: '' };
  }
  const shown = typeof error === 'string' ? `"${describe(error)}"` : describe(error);
  return { message: `${shown} ${how}, which is not an Error`, inner: '', stack: '' };
}

function innerOf(error: Error, stacks: string[]): string {
  try {
    return cut(innerWords(error, stacks, deepest));
  } catch {
    return '';
  }
}

const { apply } = Reflect;
const getStack = Object.getOwnPropertyDescriptor(Error.prototype, 'stack')!.get!;

/** Where an error was made, in the engine's words, whatever the program has since put in their place. */
export function stackOf(error: Error): string {
  const own = (apply(getStack, error, []) ?? error.stack) as string | undefined;
  return String(own).slice(0, longestStack);
}

function headOf({ name, message }: Error, most: number): string {
  return cut(`${cut(String(name), most)}: ${cut(String(message), most)}`, most);
}

/** `; caused by TypeError: …`, and so on, at most so many deep. Their stacks are added to those that there are. */
function innerWords(error: Error, stacks: string[], depth: number): string {
  if (depth === 0) return '';
  const told = (inner: unknown): string => {
    if (!(inner instanceof Error)) return cut(describe(inner), longestInner);
    stacks.push(stackOf(inner));
    return headOf(inner, longestInner) + innerWords(inner, stacks, depth - 1);
  };
  const {
    cause,
    errors,
    error: later,
    suppressed,
  } = error as Error & {
    readonly errors?: unknown;
    readonly error?: unknown;
    readonly suppressed?: unknown;
  };
  let words = '';
  if (Array.isArray(errors)) {
    const shown = errors.slice(0, mostBeside).map(told).join('; ');
    const more = errors.length - mostBeside;
    words += `; of these: ${shown}${more > 0 ? `; and ${more} more` : ''}`;
  }
  if (suppressed !== undefined) words += `; first there was ${told(suppressed)}; then came ${told(later)}`;
  if (cause !== undefined) words += `; caused by ${told(cause)}`;
  return words;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `function ${value.name || '(anonymous)'}`;
  if (value instanceof Error) return headOf(value, longest);
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Map) return `Map(${value.size})`;
  if (value instanceof Set) return `Set(${value.size})`;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
}

function cut(text: string, most = longest): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
