/** Finds what outlives a transaction that is cut short: at its first line in the log, and in sends that never come back. */

import type { Counts, Dropped, RunRecord } from '../record.ts';
import { HaltedError } from './machine.ts';
import type { RunParts } from './open-run.ts';
import type { Rounds } from './rounds.ts';

/** Where a transaction can be cut short; places of `guest/slots.ts`. */
const place = { atFirstLine: 1, inSend: 2, inSecondSend: 3 };

/** What stays alive of a transaction that is cut short before it sends, and of one that never comes back from sending. */
export function* probe(parts: RunParts, rounds: Rounds): Generator<void, RunRecord['dropped']> {
  const cutAt = (where: number): Generator<void, Dropped | undefined> => cutShort(parts, rounds, where);
  // The first cut leaves what the engine sets up once for such an end.
  if ((yield* cutAt(place.atFirstLine)) === undefined) return undefined;
  const beforeSend = yield* cutAt(place.atFirstLine);
  const inSend = beforeSend && (yield* cutAt(place.inSend));
  const inSecondSend = inSend && (yield* cutAt(place.inSecondSend));
  return beforeSend && inSend && inSecondSend && { beforeSend, inSend, inSecondSend };
}

/** Drops one transaction at that place, past every `catch` and `finally`; undefined where it never got there. */
function* cutShort(
  { machine, heap, budget }: RunParts,
  rounds: Rounds,
  where: number,
): Generator<void, Dropped | undefined> {
  const observe = (): { readonly live: Counts; readonly bytes: number } => {
    machine.collectFully();
    return heap.sample();
  };
  const before = observe();
  try {
    rounds.enter('beginProbe', where);
    yield* rounds.until('probeRound');
    return undefined;
  } catch (error) {
    if (!(error instanceof HaltedError)) throw error;
    if (budget.stop !== 'wanted') return undefined;
  }
  budget.stop = undefined;
  machine.call('endProbe');
  const inUse = difference(observe().live, before.live);
  machine.call('dropProbe');
  const after = observe();
  const kept = difference(after.live, before.live);
  return { transactions: 1, inUse, kept, bytes: after.bytes - before.bytes };
}

function difference(counts: Counts, less: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count - (less[name] ?? 0)]));
}
