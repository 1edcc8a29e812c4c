/** Shows a value as Node's `util.inspect` does, as far as a line of a console needs it. */

const deepest = 2;
const mostItems = 100;

/** The value as text. Never runs longer than its members, and shows each circle once. */
export function inspect(value: unknown, depth = 0, above: readonly object[] = []): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return value.toString();
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return showFunction(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (above.includes(value)) return '[Circular *1]';
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'Promise { … }';
  const name = nameOf(value);
  if (depth > deepest) return Array.isArray(value) ? '[Array]' : `[${name || 'Object'}]`;
  const inner = (each: unknown): string => inspect(each, depth + 1, [...above, value]);
  if (Array.isArray(value))
    return wrap('', '[', value.slice(0, mostItems).map(inner).concat(rest(value.length)), ']');
  if (ArrayBuffer.isView(value) && 'length' in value) {
    const items = Array.from(value as unknown as ArrayLike<number>).slice(0, mostItems);
    return wrap(
      `${name}(${Number(value.length)}) `,
      '[',
      items.map(inner).concat(rest(Number(value.length))),
      ']',
    );
  }
  if (value instanceof Map) {
    const items = [...value].slice(0, mostItems).map(([key, each]) => `${inner(key)} => ${inner(each)}`);
    return wrap(`Map(${value.size}) `, '{', items.concat(rest(value.size)), '}');
  }
  if (value instanceof Set) {
    return wrap(
      `Set(${value.size}) `,
      '{',
      [...value].slice(0, mostItems).map(inner).concat(rest(value.size)),
      '}',
    );
  }
  const members = Reflect.ownKeys(value).flatMap((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property?.enumerable !== true) return [];
    const shown = property.get === undefined ? inner(property.value) : '[Getter]';
    return [`${showKey(key)}: ${shown}`];
  });
  return wrap(name === 'Object' ? '' : `${name || '[Object: null prototype]'} `, '{', members, '}');
}

/** Puts short lists on one line, and long ones on a line each. */
function wrap(before: string, open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return `${before}${open}${close}`;
  const length = items.reduce((sum, item) => sum + item.length + 2, before.length);
  if (length <= 72 && !items.some((item) => item.includes('\n'))) {
    return `${before}${open} ${items.join(', ')} ${close}`;
  }
  return `${before}${open}\n${items.map((item) => `  ${item.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`;
}

function rest(count: number): string[] {
  const more = count - mostItems;
  return more > 0 ? [`... ${more} more item${more > 1 ? 's' : ''}`] : [];
}

function quote(text: string): string {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
  return `${mark}${mark === "'" ? escaped.replaceAll("'", "\\'") : escaped}${mark}`;
}

function showKey(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${key.toString()}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function showFunction(value: { readonly name: string }): string {
  const isClass = Function.prototype.toString.call(value).startsWith('class');
  const name = String(value.name);
  if (isClass) return name === '' ? '[class (anonymous)]' : `[class ${name}]`;
  return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
}

function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return '';
  const made = (value as { readonly constructor?: { readonly name?: unknown } }).constructor?.name;
  return typeof made === 'string' && made !== '' ? made : 'Object';
}
