/** Reads a URL into its parts, by the rules of the URL standard. */

import { parseHost } from './url-host.ts';
import { encodeSets, percentEncode } from './url-percent.ts';

export interface UrlRecord {
  scheme: string;
  username: string;
  password: string;
  /** `null` where there is none, as in `mailto:` addresses. */
  host: string | null;
  port: string;
  /** Segments, or all of it where the path means nothing to the standard. */
  path: string[] | string;
  query: string | null;
  fragment: string | null;
}

/** Schemes that the standard knows, and their ports. */
export const specialPorts: Readonly<Record<string, string>> = {
  'ftp:': '21',
  'file:': '',
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
};
export const isSpecial = (scheme: string): boolean => Object.hasOwn(specialPorts, scheme);

/** The parts; `undefined` for what is no URL. */
export function parseUrl(input: string, base?: UrlRecord): UrlRecord | undefined {
  const text = input
    .toWellFormed()
    .replace(/^[\0-\x20]+|[\0-\x20]+$/g, '')
    .replace(/[\t\n\r]/g, '');
  const [withoutFragment, fragment] = splitAt(text, '#');
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(withoutFragment)?.[0].toLowerCase();
  const url: UrlRecord = {
    scheme: scheme ?? base?.scheme ?? '',
    username: '',
    password: '',
    host: null,
    port: '',
    path: [],
    query: null,
    fragment: fragment === null ? null : percentEncode(fragment, encodeSets.fragment),
  };
  if (scheme === undefined && base === undefined) return undefined;
  if (scheme === undefined && typeof base?.path === 'string') {
    return withoutFragment === '' && fragment !== null ? { ...base, fragment: url.fragment } : undefined;
  }
  const rest = withoutFragment.slice(scheme?.length ?? 0);
  const special = isSpecial(url.scheme);
  const [before, query] = splitAt(rest, '?');
  const place = special ? before.replaceAll('\\', '/') : before;
  if (query !== null) {
    url.query = percentEncode(query, special ? encodeSets.specialQuery : encodeSets.query);
  }
  const isRelative =
    scheme === undefined ||
    (special && scheme === base?.scheme && (scheme === 'file:' || !place.startsWith('/')));
  if (isRelative && base !== undefined && !place.startsWith('//')) return resolve(url, place, base);
  if (special && url.scheme !== 'file:') return withAuthority(url, place.replace(/^\/*/, ''));
  if (place.startsWith('//')) return withAuthority(url, place.slice(2));
  if (url.scheme === 'file:') url.host = '';
  if (special || place.startsWith('/')) url.path = segmentsOf(place.replace(/^\//, ''), url, []);
  else url.path = percentEncode(place, encodeSets.control).replace(/ $/, '%20');
  return url;
}

function splitAt(text: string, mark: string): readonly [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function resolve(url: UrlRecord, place: string, base: UrlRecord): UrlRecord {
  const { username, password, host, port } = base;
  Object.assign(url, { username, password, host, port });
  const from = typeof base.path === 'string' ? [] : base.path;
  if (place === '') {
    url.path = [...from];
    url.query ??= base.query;
  } else if (place.startsWith('/')) url.path = segmentsOf(place.slice(1), url, []);
  else url.path = segmentsOf(place, url, from.slice(0, -1));
  return url;
}

function withAuthority(url: UrlRecord, text: string): UrlRecord | undefined {
  const end = text.search(/\//);
  const authority = end < 0 ? text : text.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    const [name, password] = splitAt(authority.slice(0, at), ':');
    url.username = percentEncode(name, encodeSets.userinfo);
    url.password = percentEncode(password ?? '', encodeSets.userinfo);
  }
  const [, hostText = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.slice(at + 1)) ?? [];
  if (
    hostText === '' &&
    (at >= 0 || port !== undefined || (isSpecial(url.scheme) && url.scheme !== 'file:'))
  ) {
    return undefined;
  }
  const host = hostText === '' ? '' : parseHost(hostText, isSpecial(url.scheme));
  if (host === undefined) return undefined;
  url.host = url.scheme === 'file:' && host === 'localhost' ? '' : host;
  if (port !== undefined && !setPort(url, port)) return undefined;
  url.path = end < 0 ? segmentsOf(null, url, []) : segmentsOf(text.slice(end + 1), url, []);
  return url;
}

/** Sets a port, none for the scheme's own; says whether it could be one. */
export function setPort(url: UrlRecord, port: string): boolean {
  if (!/^\d*$/.test(port) || Number(port) > 65_535) return false;
  const plain = port === '' ? '' : String(Number(port));
  url.port = plain === specialPorts[url.scheme] ? '' : plain;
  return true;
}

/** The segments of a path behind those given, without `.` and `..`; `null` for a URL without any. */
export function segmentsOf(text: string | null, { scheme }: UrlRecord, given: readonly string[]): string[] {
  const segments = [...given];
  if (text === null) return isSpecial(scheme) ? [''] : [];
  const parts = text.split('/');
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const plain = part.replace(/%2e/gi, '.');
    if (plain === '..') {
      if (!(scheme === 'file:' && segments.length === 1 && /^[a-z]:$/i.test(segments[0]!))) segments.pop();
      if (isLast) segments.push('');
    } else if (plain === '.') {
      if (isLast) segments.push('');
    } else segments.push(percentEncode(part, encodeSets.path));
  }
  return segments;
}

/** The URL as a text. */
export function writeUrl(url: UrlRecord, withFragment = true): string {
  let text = url.scheme;
  if (url.host !== null) {
    const password = url.password === '' ? '' : `:${url.password}`;
    const who = url.username === '' && url.password === '' ? '' : `${url.username}${password}@`;
    text += `//${who}${url.host}${url.port === '' ? '' : `:${url.port}`}`;
  } else if (typeof url.path !== 'string' && url.path.length > 1 && url.path[0] === '') text += '/.';
  text += writePath(url);
  if (url.query !== null) text += `?${url.query}`;
  return withFragment && url.fragment !== null ? `${text}#${url.fragment}` : text;
}

export function writePath({ path }: UrlRecord): string {
  return typeof path === 'string' ? path : path.map((segment) => `/${segment}`).join('');
}
