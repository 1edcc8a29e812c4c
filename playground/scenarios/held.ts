/** Judges what somebody else holds for a transaction, by what stays alive of transactions that the server dropped. */

import type { Dropped } from '../protocol.ts';
import { failedIn, passed } from './outcome.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** Bytes that are at least taken by one thing more in a collection. */
const leastBytes = 8;

/** A run on a busy server ends by trying it; where the program never comes to its sends when it is alone, that is a refusal. */
function notTried(runs: readonly MeasuredRun[]): Outcome {
  const run = runs.find(({ workload }) => workload.steady !== undefined);
  if (run === undefined) return passed('No run has tried it.');
  return failedIn(
    run,
    'It could not be tried: a transaction that is alone on the server never sent to both of its workers. Expected: that it does.',
  );
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
      const which = inSend === found.dropped.inSend ? 'first' : 'second';
      return failedIn(
        found.run,
        `Nothing but the call itself holds anything while a transaction sends: of one that was dropped in its ${which} send, no more was left than of one that was dropped before. Expected: a permit that is held from before the first send until after the last.`,
      );
    }
  }
  return passed('While a transaction sends, something is held for it.');
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
  if (inUse < 0.5) return passed(`No transaction has a ${className} of its own, so none must be listed.`);
  const seen = `Of ${inUse.toFixed(1)} ${className}s in use for each transaction that sends, ${kept.toFixed(1)} can be reached from elsewhere`;
  if (kept > inUse - 0.5) return passed(`${seen}.`);
  return each(beforeSend.bytes, beforeSend) >= leastBytes
    ? passed(`${seen}, and something that stands for the others.`)
    : failedIn(found.run, `${seen}. Expected: all of them, so that an operator can list what is open.`);
}
