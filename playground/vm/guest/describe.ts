/** Turns any value of a program into a short text, whatever its own methods do. */

const longest = 1000;

/** What a person would want to read of `value`; at most 1,000 characters. Never throws. */
export function describe(value: unknown): string {
  try {
    return cut(textOf(value));
  } catch {
    return `(a ${typeof value} that cannot be shown)`;
  }
}

/** Name and message of an error, and its stack; for anything else thrown, what it is. Never throws. */
export function describeError(error: unknown): { readonly message: string; readonly stack: string } {
  try {
    if (error instanceof Error) {
      return { message: cut(`${String(error.name)}: ${String(error.message)}`), stack: String(error.stack) };
    }
  } catch {
    return { message: 'an error that cannot be shown', stack: '' };
  }
  return { message: `${describe(error)} was thrown, which is not an Error`, stack: '' };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `function ${value.name}`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Map) return `Map(${value.size})`;
  if (value instanceof Set) return `Set(${value.size})`;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
