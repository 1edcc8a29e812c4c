/** URLSearchParams as the URL standard has it. */

import { withCode, wrongType } from './errors.ts';
import { formDecode, formEncode } from './url-percent.ts';

type Pair = [name: string, value: string];

/** What a URL needs of its own search parameters, out of reach of programs. */
let replacePairs: (params: URLSearchParams, query: string) => void;
let watch: (params: URLSearchParams, onChange: (query: string) => void) => void;

export class URLSearchParams {
  #pairs: Pair[] = [];
  #onChange: ((query: string) => void) | undefined;

  static {
    replacePairs = (params, query) => {
      params.#pairs = parse(query);
    };
    watch = (params, onChange) => {
      params.#onChange = onChange;
    };
  }

  constructor(init?: unknown) {
    if (init === undefined || init === null) return;
    if (typeof init !== 'object' && typeof init !== 'function') {
      this.#pairs = parse(textOf(init).replace(/^\?/, ''));
    } else if (Symbol.iterator in init) {
      for (const pair of init as Iterable<Iterable<unknown>>) {
        const [name, value, ...more] = [...pair].map((each) => String(each as string).toWellFormed());
        if (name === undefined || value === undefined || more.length > 0) {
          throw withCode(
            new TypeError('Each query pair must be an iterable [name, value] tuple'),
            'ERR_INVALID_TUPLE',
          );
        }
        this.#pairs.push([name, value]);
      }
    } else {
      for (const [name, value] of Object.entries(init)) {
        this.#pairs.push([name.toWellFormed(), String(value as string).toWellFormed()]);
      }
    }
  }

  get size(): number {
    return this.#pairs.length;
  }
  append(name: string, value: string): void {
    this.#pairs.push([String(name), String(value)]);
    this.#changed();
  }
  delete(name: string, value?: string): void {
    this.#pairs = this.#pairs.filter((pair) => !matches(pair, name, value));
    this.#changed();
  }
  get(name: string): string | null {
    return this.#pairs.find((pair) => matches(pair, name))?.[1] ?? null;
  }
  getAll(name: string): string[] {
    return this.#pairs.filter((pair) => matches(pair, name)).map(([, value]) => value);
  }
  has(name: string, value?: string): boolean {
    return this.#pairs.some((pair) => matches(pair, name, value));
  }
  set(name: string, value: string): void {
    const first = this.#pairs.find((pair) => matches(pair, name));
    if (first === undefined) this.#pairs.push([String(name), String(value)]);
    else {
      first[1] = String(value);
      this.#pairs = this.#pairs.filter((pair) => pair === first || !matches(pair, name));
    }
    this.#changed();
  }
  sort(): void {
    this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#changed();
  }
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, self?: unknown): void {
    if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
    for (const [name, value] of this) Reflect.apply(callback, self, [value, name, this]);
  }
  entries(): Generator<Pair, undefined> {
    return iterate(
      () => this.#pairs,
      (pair): Pair => [...pair],
    );
  }
  keys(): Generator<string, undefined> {
    return iterate(
      () => this.#pairs,
      ([name]) => name,
    );
  }
  values(): Generator<string, undefined> {
    return iterate(
      () => this.#pairs,
      ([, value]) => value,
    );
  }
  [Symbol.iterator](): Generator<Pair, undefined> {
    return this.entries();
  }
  toString(): string {
    return this.#pairs.map(([name, value]) => `${formEncode(name)}=${formEncode(value)}`).join('&');
  }
  get [Symbol.toStringTag](): string {
    return 'URLSearchParams';
  }

  #changed(): void {
    this.#onChange?.(this.toString());
  }
}

/** Goes through the list as it is when each is asked for, as the standard has it. */
function* iterate<T>(pairs: () => readonly Pair[], show: (pair: Pair) => T): Generator<T, undefined> {
  for (let at = 0; at < pairs().length; at++) yield show(pairs()[at]!);
}

function parse(query: string): Pair[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      return [formDecode(name), formDecode(value)];
    });
}

const textOf = (value: unknown): string => String(value);

function matches(pair: Pair, name: string, value?: string): boolean {
  return pair[0] === String(name) && (value === undefined || pair[1] === String(value));
}

/** The parameters of a URL: `onChange` is told the new query, and the result puts another one in. */
export function paramsOf(
  query: string,
  onChange: (query: string) => void,
): { readonly params: URLSearchParams; readonly replace: (query: string) => void } {
  const params = new URLSearchParams(query);
  watch(params, onChange);
  return { params, replace: (text) => replacePairs(params, text) };
}
