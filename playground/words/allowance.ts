/** Reads what somebody states to be known and right: "1,000 Entry, 2 Image". The same for the page and the command line. */

import { plainText } from './plain-text.ts';
import type { Allowance } from '../record.ts';

/** The most instances that may be allowed for a class. */
const mostInstances = 1_000_000;

/** What could not be read. Texts are as somebody typed them, made fit for one line. */
export type AllowanceFault =
  | { readonly type: 'unreadable'; readonly text: string }
  /** Less than 1, or more than `most`. */
  | { readonly type: 'out of bounds'; readonly className: string; readonly most: number }
  | { readonly type: 'named twice'; readonly className: string };

/** What was read, or what could not be. */
export type ReadAllowances =
  | { readonly allowances: readonly Allowance[]; readonly fault?: undefined }
  | { readonly allowances?: undefined; readonly fault: AllowanceFault };

/** One entry and what ends it. A class may be called `Entry (line 40)` or `(anonymous, line 7)`. */
const entry =
  /^\s*(?:at most\s+)?(\d{1,3}(?:[,_]\d{3})+|\d+)\s+((?:[^,;()\p{Cc}]|\([^()\p{Cc}]*\))+?)(?:\s+for\s*ever)?\s*(?:[,;]|$)/iu;

/** Reads any number of entries, separated by commas or semicolons; none in an empty text. */
export function readAllowances(text: string): ReadAllowances {
  const allowances: Allowance[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [read, count = '', className = ''] = entry.exec(rest) ?? [];
    const most = Number(count.replaceAll(/[,_]/g, ''));
    if (read === undefined) return { fault: unreadable(rest) };
    if (most < 1 || most > mostInstances) return { fault: outOfBounds(className) };
    if (allowances.some((allowance) => allowance.className === className)) return { fault: twice(className) };
    allowances.push({ className, most });
    rest = rest.slice(read.length).trim();
  }
  return { allowances };
}

/** Reads several texts, as if they were one: a class may be named once in all of them. */
export function readAllAllowances(texts: readonly string[]): ReadAllowances {
  const blank = texts.find((text) => text.trim() === '');
  return blank === undefined ? readAllowances(texts.join('; ')) : { fault: unreadable(blank) };
}

/** The text that `readAllowances` reads back: `1000 Entry, 2 Image`. */
export function allowanceText(allowances: readonly Allowance[]): string {
  return allowances.map(({ className, most }) => `${most} ${className}`).join(', ');
}

function unreadable(text: string): AllowanceFault {
  return { type: 'unreadable', text: plainText(text) };
}

function outOfBounds(className: string): AllowanceFault {
  return { type: 'out of bounds', className: plainText(className), most: mostInstances };
}

function twice(className: string): AllowanceFault {
  return { type: 'named twice', className: plainText(className) };
}
