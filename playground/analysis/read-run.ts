/** Reads from a run the series of one quantity: of a class's live objects, or of the program's bytes. */

import { byAge, survivorPoints } from './by-age.ts';
import { countOf, type JudgedRun, type Read } from './judged-run.ts';
import type { Series } from './series.ts';

/** A class's live objects. */
export function objectsOf(run: JudgedRun, name: string): Series {
  return {
    ...seriesOf(run, (at) => countOf(at.live, name), 'objects'),
    ...byAge(run, name, survivorPoints(run, name)),
  };
}

/** The program's bytes, or what `read` leaves of them. */
export function bytesOf(run: JudgedRun, read: Read = (at) => at.bytes): Series {
  return seriesOf(run, read, 'bytes');
}

function seriesOf(run: JudgedRun, read: Read, unit: Series['unit']): Series {
  const atSend = run.checkpoints.map(({ failedAtSend }) => failedAtSend);
  const { seconds, secondsEach } = clockOf(run);
  return {
    unit,
    checkpoints: run.checkpoints.map((at) => ({ transactions: at.transactions, value: read(at) })),
    failed: run.checkpoints.map(({ failed }) => failed),
    failedAtSend: atSend.every((count) => count !== undefined) ? atSend : [],
    seconds,
    secondsEach,
    samples: run.samples.map((at) => ({
      transactions: at.transactions,
      value: read(at),
      inFlight: at.inFlight,
    })),
    survivors: [],
    concurrency: run.workload.concurrency,
  };
}

/** A sample tells the time spent serving; what was let pass to settle before it is what a checkpoint tells beyond that. */
function clockOf({ checkpoints, samples }: JudgedRun): Pick<Series, 'seconds' | 'secondsEach'> {
  const last = samples.at(-1);
  const each = last === undefined || last.transactions === 0 ? 0 : last.virtualMs / last.transactions;
  const ends = checkpoints.map(({ virtualMs }) => virtualMs);
  if (each === 0 || !ends.every((end) => end !== undefined))
    return { seconds: { checkpoints: [], samples: [] }, secondsEach: each / 1000 };
  const settled = checkpoints.map(({ transactions }, index) => (ends[index] ?? 0) - transactions * each);
  const before = (at: number): number =>
    settled[checkpoints.findLastIndex(({ transactions }) => transactions <= at)] ?? 0;
  return {
    seconds: {
      checkpoints: ends.map((end) => end / 1000),
      samples: samples.map((at) => (at.virtualMs + before(at.transactions)) / 1000),
    },
    secondsEach: each / 1000,
  };
}
