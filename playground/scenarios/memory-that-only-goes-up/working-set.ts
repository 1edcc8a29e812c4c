/**
 * Tells by what was made and what is kept, whatever its class is called, whether a cache serves and a pool lends. Where
 * both are made of plain objects, only the bytes at rest and those in flight can tell.
 */

import { failedIn, nameOf, passed } from '../outcome.ts';
import type { CheckMessage } from '../../record.ts';
import type { MeasuredRun, Outcome } from '../scenario.ts';

/** How it shows that buffers do not come back. */
type LostBuffers = Extract<CheckMessage, { type: 'pool lends no longer' }>['seen'];

/** Transactions after which a cache and a pool can be seen at work. */
const longEnough = 500;
/** Instances by which a class is taken for a cache's. */
const leastCached = 100;
/** A cache of all parts and columns takes more bytes than this, and a buffer takes as many. */
const cacheBytes = 200_000;
const bufferBytes = 4_096;

interface ClassUse {
  readonly name: string;
  readonly made: number;
  readonly live: number;
}

function classesOf({ samples }: MeasuredRun): readonly ClassUse[] {
  const last = samples.at(-1);
  return Object.entries(last?.created ?? {}).map(([name, made]) => ({
    name,
    made,
    live: last?.live[name] ?? 0,
  }));
}

const restingBytes = ({ checkpoints }: MeasuredRun): number => checkpoints.at(-1)?.bytes ?? 0;

/** Bytes that a transaction in flight has and that are gone when it has ended. */
function bytesInFlight(run: MeasuredRun): number {
  const last = run.samples.at(-1);
  return last === undefined ? 0 : (last.bytes - restingBytes(run)) / Math.max(1, last.inFlight);
}

function longRuns(runs: readonly MeasuredRun[]): readonly MeasuredRun[] {
  return runs.filter(({ workload }) => workload.transactions >= longEnough);
}

function tooShort(runs: readonly MeasuredRun[], what: 'cache' | 'pool'): Outcome {
  const [main] = runs;
  const message = { type: 'runs too short', what, decides: longEnough } as const;
  return main === undefined ? { passed: false, message } : failedIn(main, message);
}

/** Of a cache's class many instances are kept, and hardly more were ever made. */
const isCache = ({ made, live }: ClassUse, { workload }: MeasuredRun): boolean =>
  live >= leastCached && made - live <= Math.max(workload.concurrency, live / 10);

/** What was read is kept: no run makes anew what it has had before. */
export function judgeCache(runs: readonly MeasuredRun[]): Outcome {
  const long = longRuns(runs);
  if (long.length === 0) return tooShort(runs, 'cache');
  for (const run of long) {
    const classes = classesOf(run);
    if (classes.some((each) => isCache(each, run))) continue;
    const busiest = [...classes].sort((a, b) => b.made - a.made)[0];
    const isRead = busiest !== undefined && busiest.made > 2.5 * run.workload.transactions;
    if (!isRead && restingBytes(run) >= cacheBytes) continue;
    const seen = isRead
      ? { className: busiest.name, made: busiest.made, kept: busiest.live }
      : { restingBytes: restingBytes(run) };
    return failedIn(run, { type: 'cache serves no longer', run: nameOf(run), seen });
  }
  return passed({ type: 'cache serves' });
}

/** The most buffers that a pool needs: one for each in flight, and some that were taken when many began at once. */
const mostBuffers = ({ workload }: MeasuredRun): number => 2 * workload.concurrency + 16;

/** Names of classes with about as many instances as transactions in flight, in a run without failures. */
function pooled(run: MeasuredRun): readonly string[] {
  const inFlight = Math.max(1, ...run.samples.map((sample) => sample.inFlight));
  return classesOf(run)
    .filter(({ made, live }) => live > 0 && made >= 0.75 * inFlight && made <= mostBuffers(run))
    .filter(({ made }) => made < run.workload.transactions / 2)
    .map(({ name }) => name);
}

/** Buffers come back and are lent again: no run makes more of them than are in use at once, and none makes fewer. */
export function judgePool(runs: readonly MeasuredRun[]): Outcome {
  const long = longRuns(runs);
  const usual = long.find(({ workload }) => workload.failureRate === 0) ?? long[0];
  if (usual === undefined) return tooShort(runs, 'pool');
  const own = bytesInFlight(usual);
  const names = pooled(usual);
  const isPlain = !classesOf(usual).some(
    ({ made, live }) => live > 0 && made < 0.75 * usual.workload.concurrency,
  );
  if (own >= bufferBytes || (names.length === 0 && (!isPlain || restingBytes(usual) < cacheBytes))) {
    return lendsNoLonger(usual, { ownBytes: Math.round(own) });
  }
  for (const run of long) {
    const lost = classesOf(run).find(({ name, made }) => names.includes(name) && made > mostBuffers(run));
    if (lost === undefined) continue;
    return lendsNoLonger(run, { className: lost.name, made: lost.made, most: mostBuffers(run) });
  }
  return passed({ type: 'pool lends' });
}

function lendsNoLonger(run: MeasuredRun, seen: LostBuffers): Outcome {
  const { concurrency } = run.workload;
  return failedIn(run, { type: 'pool lends no longer', run: nameOf(run), concurrency, seen });
}
