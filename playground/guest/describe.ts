/** Turns any value of a program into short texts, whatever its own methods do. */

import type { InnerErrors, Thrown, ToldError } from './failure-detail.ts';

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

/** What was thrown, and what is known of it. */
export interface DescribedThrown {
  readonly thrown: Thrown;
  /** Where it came from, and behind that where the errors came from that it was made of. */
  readonly stack: string;
  /** Set where it is the engine's own error for an allocation that failed. */
  readonly exhausted?: boolean;
}

/** What only the engine's own errors have: the global that would make others is taken away before a program loads. */
const engineError = (globalThis as { readonly InternalError?: { readonly prototype: unknown } }).InternalError
  ?.prototype;

/** An error, or anything else that was thrown. Never throws. */
export function describeThrown(error: unknown): DescribedThrown {
  try {
    if (error instanceof Error) {
      const stacks = [stackOf(error)];
      return {
        thrown: { type: 'error', text: headOf(error, longest), within: withinOf(error, stacks) },
        stack: stacks.join('\n'),
        exhausted: Object.getPrototypeOf(error) === engineError && error.message === 'out of memory',
      };
    }
  } catch {
    return { thrown: { type: 'unshowable' }, stack: '' };
  }
  return { thrown: { type: typeof error === 'string' ? 'text' : 'value', text: describe(error) }, stack: '' };
}

function withinOf(error: Error, stacks: string[]): InnerErrors | undefined {
  try {
    return innerOf(error, { stacks, room: longest }, deepest);
  } catch {
    return undefined;
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

/** Errors within an error are told as long as there is room, in characters; their stacks are added to those that there are. */
interface Telling {
  readonly stacks: string[];
  room: number;
}

/** What an error was made of, at most so many deep; undefined for nothing. */
function innerOf(error: Error, telling: Telling, depth: number): InnerErrors | undefined {
  const { cause, errors, error: later, suppressed } = error as Error & Readonly<Record<string, unknown>>;
  const isMany = Array.isArray(errors);
  const count = isMany ? lengthOf(errors) : 0;
  if (depth === 0 || telling.room <= 0) return undefined;
  if (!isMany && suppressed === undefined && cause === undefined) return undefined;
  const told = (inner: unknown): ToldError => tell(inner, telling, depth);
  return {
    among: isMany
      ? { first: firstOf(errors, count).map(told), more: Math.max(0, count - mostBeside) }
      : undefined,
    suppressed: suppressed === undefined ? undefined : { first: told(suppressed), later: told(later) },
    cause: cause === undefined ? undefined : told(cause),
  };
}

/** A list may be a proxy, or have methods of the program's own: what is told of it is in an array of ours. */
function firstOf(errors: readonly unknown[], count: number): readonly unknown[] {
  return Array.from({ length: Math.min(count, mostBeside) }, (_, at) => errors[at]);
}

function lengthOf({ length }: readonly unknown[]): number {
  return Number.isSafeInteger(length) ? length : 0;
}

function tell(inner: unknown, telling: Telling, depth: number): ToldError {
  const isError = inner instanceof Error;
  const most = Math.min(longestInner, Math.max(0, telling.room));
  const text = isError ? headOf(inner, most) : cut(describe(inner), most);
  telling.room -= text.length;
  if (!isError) return { text };
  telling.stacks.push(stackOf(inner));
  return { text, within: innerOf(inner, telling, depth - 1) };
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
