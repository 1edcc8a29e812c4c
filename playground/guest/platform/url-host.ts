/** Hosts of URLs: domains, IPv4 and IPv6 addresses. Domains beyond ASCII are not here: they need Unicode's tables. */

import { encodeSets, percentDecode, percentEncode } from './url-percent.ts';

const forbidden = /[\0\t\n\r #/:<>?@[\\\]^|]/;
const forbiddenInDomain = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;

/** The host as it is written in a URL; `undefined` for none that could be. */
export function parseHost(text: string, isSpecial: boolean): string | undefined {
  if (text.startsWith('[')) {
    const address = text.endsWith(']') ? parseIPv6(text.slice(1, -1)) : undefined;
    return address && `[${writeIPv6(address)}]`;
  }
  if (!isSpecial) return forbidden.test(text) ? undefined : percentEncode(text, encodeSets.control);
  const domain = percentDecode(text).toLowerCase();
  if (domain === '' || forbiddenInDomain.test(domain) || !isAscii(domain)) return undefined;
  const labels = domain.split('.');
  const last = labels.at(-1) === '' && labels.length > 1 ? labels.at(-2) : labels.at(-1);
  if (last !== undefined && /^(?:\d+|0x[\da-f]*)$/.test(last)) return parseIPv4(labels);
  return domain;
}

function isAscii(text: string): boolean {
  for (const character of text) if (character > '\x7f') return false;
  return true;
}

function parseIPv4(labels: readonly string[]): string | undefined {
  const parts = labels.at(-1) === '' ? labels.slice(0, -1) : labels;
  if (parts.length > 4) return undefined;
  const numbers = parts.map((part) => {
    if (part === '') return Number.NaN;
    if (/^0x[\da-f]*$/.test(part)) return Number.parseInt(part.slice(2) || '0', 16);
    if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
    return /^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : Number.NaN;
  });
  if (numbers.some(Number.isNaN) || numbers.slice(0, -1).some((each) => each > 255)) return undefined;
  const last = numbers.at(-1)!;
  if (last >= 256 ** (5 - numbers.length)) return undefined;
  let address = last;
  for (const [at, each] of numbers.slice(0, -1).entries()) address += each * 256 ** (3 - at);
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

function parseIPv6(text: string): readonly number[] | undefined {
  let source = text;
  const embedded = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1];
  if (embedded !== undefined) {
    const bytes = embedded.split('.').map(Number);
    if (bytes.some((byte) => byte > 255) || /(?:^|\.)0\d/.test(embedded)) return undefined;
    const pair = (at: number): string => (bytes[at]! * 256 + bytes[at + 1]!).toString(16);
    source = `${text.slice(0, -embedded.length)}${pair(0)}:${pair(2)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return undefined;
  const pieces = halves.map((half) => (half === '' ? [] : half.split(':')));
  const all = pieces.flat();
  if (all.some((piece) => !/^[\da-f]{1,4}$/i.test(piece))) return undefined;
  const missing = 8 - all.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const zeros = Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0');
  return [...pieces[0]!, ...zeros, ...(pieces[1] ?? [])].map((piece) => Number.parseInt(piece, 16));
}

/** In hexadecimal, with the first longest row of zeros left out. */
function writeIPv6(address: readonly number[]): string {
  let [start, length] = [-1, 1];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (end < 8 && address[end] === 0) end++;
    if (end - at > length) [start, length] = [at, end - at];
    if (end > at) at = end;
  }
  const hex = address.map((piece) => piece.toString(16));
  if (start < 0) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}
