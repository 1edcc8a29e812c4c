/** Recognises a known mistake by what the check that catches it has seen, in whatever words that is told. */

import type { Cause, Reason } from '../analysis/reason.ts';
import type { BreachDetail } from '../guest/breach-detail.ts';
import type { GaugeKind } from '../guest/gauge-shapes.ts';
import type { Breach, CheckMessage } from '../record.ts';

/** Some of the values of a breach. */
type BreachValues = { readonly type: BreachDetail['type'] } & Readonly<Record<string, string>>;

/** What a check's message shows, as data: it is written into the scenario's file. */
export type Sign =
  /** A message of one of these types. */
  | { readonly type: 'message'; readonly of: readonly CheckMessage['type'][] }
  /** Growth, with a class told that has this in its name. */
  | { readonly type: 'class'; readonly named: string }
  /** Growth of the bytes, while no class grows. */
  | { readonly type: 'bytes' }
  /** Growth where transactions fail. */
  | { readonly type: 'failures' }
  /** Growth for each of these. */
  | { readonly type: 'cause'; readonly cause: Cause }
  /** Growth of a class by so many per transaction, to two decimals. */
  | { readonly type: 'rate'; readonly className: string; readonly rate: number }
  /** The first breach, with these values in what is told of it. */
  | { readonly type: 'breach'; readonly kind: Breach['kind']; readonly what?: BreachValues }
  /** A failure with this text of the program's own. */
  | { readonly type: 'failure'; readonly text: string }
  /** A false alarm for a gauge of one of these kinds. */
  | { readonly type: 'false alarm'; readonly kinds: readonly GaugeKind[] }
  /** An alert that never rang for a leak. */
  | { readonly type: 'never rang' };

/** Signs that several scenarios look for. */
export const signs = {
  missingLine: { type: 'breach', kind: 'missing line' },
  unattributableLine: { type: 'breach', kind: 'unattributable line' },
  ofNobodyInFlight: { type: 'breach', kind: 'wrong transaction', what: { type: 'not in flight' } },
  writtenAfterClose: { type: 'breach', kind: 'use after release', what: { type: 'written after close' } },
  closedTwice: { type: 'breach', kind: 'released twice' },
  leftOpen: { type: 'message', of: ['left open'] },
  perhapsLeftOpen: { type: 'message', of: ['left open', 'perhaps left open'] },
  manyTurns: { type: 'message', of: ['many turns'] },
} as const satisfies Readonly<Record<string, Sign>>;

/** Whether a check's message shows what a known mistake is recognised by. */
export function shows(message: CheckMessage, sign: Sign): boolean {
  switch (sign.type) {
    case 'message':
      return sign.of.includes(message.type);
    case 'class':
      return message.type === 'growth' && mentions(message, sign.named);
    case 'bytes':
      return message.type === 'growth' && message.className === undefined;
    case 'failures':
      return (message.type === 'growth' || message.type === 'room') && message.run.failureRate > 0;
    case 'cause':
      return message.type === 'growth' && mentions(message, sign.cause);
    case 'rate':
      return message.type === 'growth' && growsBy(message.reason, sign.className, sign.rate);
    case 'breach':
      return showsBreach(message, sign);
    case 'failure':
      return message.type === 'program failed' && mentions(message.failure, sign.text);
    case 'false alarm':
      return (
        message.type === 'false alarm' && message.alerts.some(({ behaves }) => sign.kinds.includes(behaves))
      );
    case 'never rang':
      return message.type === 'missed leak' && message.alerts.some(({ noticedAfter }) => noticedAfter === 0);
  }
}

function showsBreach(message: CheckMessage, { kind, what }: Extract<Sign, { type: 'breach' }>): boolean {
  if (message.type !== 'breach' || message.breach.kind !== kind) return false;
  const seen = new Map(Object.entries(message.breach.what));
  return Object.entries(what ?? {}).every(([name, value]) => seen.get(name) === value);
}

function growsBy(reason: Reason, className: string, rate: number): boolean {
  if ('reason' in reason) return growsBy(reason.reason, className, rate);
  if (reason.type !== 'growth' || reason.className !== className || !('rate' in reason.growth)) return false;
  return reason.growth.rate.toFixed(2) === rate.toFixed(2);
}

/** Whether any text in a value has this in it. */
function mentions(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((each) => mentions(each, text))
  );
}
