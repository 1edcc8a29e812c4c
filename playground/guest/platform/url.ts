/** URL as the URL standard has it, but for domains beyond ASCII. */

import { withCode } from './errors.ts';
import { parseHost } from './url-host.ts';
import {
  isSpecial,
  parseUrl,
  segmentsOf,
  setPort,
  type UrlRecord,
  writePath,
  writeUrl,
} from './url-parse.ts';
import { encodeSets, percentEncode } from './url-percent.ts';
import { paramsOf, URLSearchParams } from './url-search-params.ts';

function parse(input: unknown, base: unknown): UrlRecord | undefined {
  if (base === undefined) return parseUrl(textOf(input));
  const from = parseUrl(textOf(base));
  return from && parseUrl(textOf(input), from);
}

/** What a program gave, as the text that the standard takes it for. */
const textOf = (value: unknown): string => String(value);

export class URL {
  #url: UrlRecord;
  #search: ReturnType<typeof paramsOf> | undefined;

  constructor(input: unknown, base?: unknown) {
    const url = parse(input, base);
    if (url === undefined) {
      const given = {
        input: textOf(input),
        ...(base === undefined ? {} : { base: textOf(base) }),
      };
      throw Object.assign(withCode(new TypeError('Invalid URL'), 'ERR_INVALID_URL'), given);
    }
    this.#url = url;
  }

  static canParse(input: unknown, base?: unknown): boolean {
    return parse(input, base) !== undefined;
  }
  static parse(input: unknown, base?: unknown): URL | null {
    return URL.canParse(input, base) ? new URL(input, base) : null;
  }

  get href(): string {
    return writeUrl(this.#url);
  }
  set href(value: string) {
    const url = parseUrl(String(value));
    if (url === undefined) throw withCode(new TypeError('Invalid URL'), 'ERR_INVALID_URL');
    this.#url = url;
    this.#search?.replace(url.query ?? '');
  }
  get origin(): string {
    const { scheme, host, port, path } = this.#url;
    if (scheme === 'blob:' && typeof path === 'string') {
      const inner = parseUrl(path);
      return inner !== undefined && /^https?:$/.test(inner.scheme) ? new URL(path).origin : 'null';
    }
    if (!isSpecial(scheme) || scheme === 'file:') return 'null';
    return `${scheme}//${host ?? ''}${port === '' ? '' : `:${port}`}`;
  }
  get protocol(): string {
    return this.#url.scheme;
  }
  set protocol(value: string) {
    const scheme = /^([a-z][a-z\d+.-]*)(?::|$)/i.exec(String(value))?.[1]?.toLowerCase();
    if (scheme === undefined || isSpecial(`${scheme}:`) !== isSpecial(this.#url.scheme)) return;
    this.#url.scheme = `${scheme}:`;
    setPort(this.#url, this.#url.port);
  }
  get username(): string {
    return this.#url.username;
  }
  set username(value: string) {
    if (this.#url.host) this.#url.username = percentEncode(String(value), encodeSets.userinfo);
  }
  get password(): string {
    return this.#url.password;
  }
  set password(value: string) {
    if (this.#url.host) this.#url.password = percentEncode(String(value), encodeSets.userinfo);
  }
  get host(): string {
    return `${this.hostname}${this.#url.port === '' ? '' : `:${this.#url.port}`}`;
  }
  set host(value: string) {
    const [, name = '', port] = /^(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?/.exec(String(value)) ?? [];
    this.hostname = name;
    if (port !== undefined && port !== '') setPort(this.#url, port);
  }
  get hostname(): string {
    return this.#url.host ?? '';
  }
  set hostname(value: string) {
    if (typeof this.#url.path === 'string') return;
    const host = parseHost(
      /^(?:\[[^\]]*\]|[^:/?#]*)/.exec(String(value))?.[0] ?? '',
      isSpecial(this.#url.scheme),
    );
    if (host !== undefined) this.#url.host = host;
  }
  get port(): string {
    return this.#url.port;
  }
  set port(value: string) {
    if (this.#url.host && this.#url.scheme !== 'file:')
      setPort(this.#url, /^\d*/.exec(String(value))?.[0] ?? '');
  }
  get pathname(): string {
    return writePath(this.#url);
  }
  set pathname(value: string) {
    if (typeof this.#url.path === 'string') return;
    const text = isSpecial(this.#url.scheme) ? String(value).replaceAll('\\', '/') : String(value);
    const encoded = text.replace(/^\//, '').replaceAll('?', '%3F').replaceAll('#', '%23');
    this.#url.path = segmentsOf(encoded, this.#url, []);
  }
  get search(): string {
    return this.#url.query === null || this.#url.query === '' ? '' : `?${this.#url.query}`;
  }
  set search(value: string) {
    const text = String(value).replace(/^\?/, '');
    const set = isSpecial(this.#url.scheme) ? encodeSets.specialQuery : encodeSets.query;
    this.#url.query = value === '' ? null : percentEncode(text, set);
    this.#search?.replace(text);
  }
  get searchParams(): URLSearchParams {
    this.#search ??= paramsOf(this.#url.query ?? '', (query) => {
      this.#url.query = query === '' ? null : query;
    });
    return this.#search.params;
  }
  get hash(): string {
    return this.#url.fragment === null || this.#url.fragment === '' ? '' : `#${this.#url.fragment}`;
  }
  set hash(value: string) {
    const text = String(value).replace(/^#/, '');
    this.#url.fragment = value === '' ? null : percentEncode(text, encodeSets.fragment);
  }
  toString(): string {
    return this.href;
  }
  toJSON(): string {
    return this.href;
  }
  get [Symbol.toStringTag](): string {
    return 'URL';
  }
}

/** Puts both classes where a program looks for them. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { URL, URLSearchParams });
  return [URL, URLSearchParams];
}
