/** Judges what somebody else holds for a transaction, by what stays alive of transactions that the server dropped. */

import type { Dropped } from '../record.ts';
import { failedIn, passed } from './outcome.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** Bytes that are at least taken by one thing more in a collection. */
const leastBytes = 8;

/** A run on a busy server ends by trying it; where the program never comes to its sends when it is alone, that is a refusal. */
function notTried(runs: readonly MeasuredRun[]): Outcome {
  const run = runs.find(({ workload }) => workload.steady !== undefined);
  if (run === undefined) return passed({ type: 'not tried' });
  return failedIn(run, { type: 'never sent' });
}

function find(runs: readonly MeasuredRun[]) {
  for (const run of runs) if (run.dropped !== undefined) return { run, dropped: run.dropped };
  return undefined;
}

const each = (value: number | undefined, { transactions }: Dropped): number =>
  (value ?? 0) / Math.max(1, transactions);

/** Whether more outlives a transaction that is dropped in its send than one that is dropped before it. */
export function judgeHeldWhileSending(runs: readonly MeasuredRun[]): Outcome {
  const found = find(runs);
  if (found === undefined) return notTried(runs);
  const { beforeSend } = found.dropped;
  for (const inSend of [found.dropped.inSend, found.dropped.inSecondSend]) {
    const held = heldIn(inSend, beforeSend);
    if (held === undefined) {
      const send = inSend === found.dropped.inSend ? 'first' : 'second';
      return failedIn(found.run, { type: 'nothing held', send });
    }
  }
  return passed({ type: 'held while sending' });
}

/** What more is held of a transaction that was dropped while it sent; undefined for nothing. */
function heldIn(inSend: Dropped, beforeSend: Dropped): string | undefined {
  const more = Object.keys(inSend.kept).find(
    (name) => each(inSend.kept[name], inSend) - each(beforeSend.kept[name], beforeSend) >= 0.5,
  );
  const bytes = each(inSend.bytes, inSend) - each(beforeSend.bytes, beforeSend);
  return more ?? (bytes >= leastBytes ? 'something' : undefined);
}

/** Whether each instance of the class that is in use, or else something that stands for it, can be reached by somebody else than its transaction. */
export function judgeListed(className: string, runs: readonly MeasuredRun[]): Outcome {
  const found = find(runs);
  if (found === undefined) return notTried(runs);
  const { beforeSend, inSend } = found.dropped;
  const [inUse, kept] = [each(inSend.inUse[className], inSend), each(inSend.kept[className], inSend)];
  if (inUse < 0.5) return passed({ type: 'none in use', className });
  const seen = { className, inUse, kept };
  if (kept > inUse - 0.5) return passed({ type: 'listed', ...seen, standIn: false });
  return each(beforeSend.bytes, beforeSend) >= leastBytes
    ? passed({ type: 'listed', ...seen, standIn: true })
    : failedIn(found.run, { type: 'not listed', ...seen });
}
