/** Judges a run: what became of each class and of the program's bytes, and why we say so. */

import type {
  Checkpoint,
  ClassFinding,
  ClassSite,
  Finding,
  RunRecord,
  Sample,
  Verdict,
} from '../protocol.ts';
import { BATCHES, shortestRun } from './batches.ts';
import { byAge, countOf, survivorPoints } from './by-age.ts';
import { crashFinding } from './crash.ts';
import { judgeGrowth } from './growth.ts';
import type { Series } from './series.ts';
import type { Point } from './slope.ts';
import { counted, noun } from './wording.ts';
import type { Noun } from './wording.ts';
import { findingOf } from './finding.ts';

/** The part of a run that a verdict rests on. */
export type JudgedRun = Pick<RunRecord, 'workload' | 'checkpoints' | 'samples' | 'peak'> &
  Partial<Pick<RunRecord, 'failure' | 'survivors'>>;

/** Growth of the bytes over the whole measured run that is not called growth: what an allocator rounds up. */
export const BYTES_FLOOR = 512;

/** A class is bounded by time, not by the transactions in flight, if so many times as many were alive at once. */
const FAR_ABOVE = 4;

/** Judges a run. `settleSeconds` is how long the driver waited, in virtual time, before each checkpoint. */
export function judge(run: JudgedRun, sites: readonly ClassSite[], settleSeconds: number): Verdict {
  const classes = sites.map((site): [string, ClassFinding] => [
    site.name,
    { ...judgeClass(run, site, settleSeconds), line: site.line },
  ]);
  const bytes = judgeBytes(run);
  const clean = (finding: Finding) => finding.kind === 'flat' || finding.kind === 'bounded';
  const free = run.failure === undefined && clean(bytes) && classes.every(([, finding]) => clean(finding));
  return { classes: Object.fromEntries(classes), bytes, free };
}

function judgeClass(run: JudgedRun, site: ClassSite, settleSeconds: number): Finding {
  const name = site.name;
  const what = noun(name);
  const incomplete = withoutVerdict(run, what, (at) => countOf(at.live, name));
  if (incomplete !== undefined) return incomplete;
  const survivors = survivorPoints(run, name);
  const series = {
    ...seriesOf(run, (at) => countOf(at.live, name), 0),
    ...byAge(run, name, survivors),
  };
  const growth = judgeGrowth(series);
  const resting = Math.max(...series.checkpoints.map((point) => point.value));
  const peak = Math.max(countOf(run.peak, name), resting, ...series.samples.map((point) => point.value));
  // What the last transactions left after the last checkpoint is there, but was not gone within any time.
  const stays = Math.max(resting, survivors.at(-1)?.value ?? 0);
  if (growth.type === 'flat' && settleSeconds > 0 && peak - stays > FAR_ABOVE * inFlight(run, name)) {
    const reason = `Up to ${counted(peak, what)} were alive at once, and ${resting === 0 ? 'all' : `all but ${counted(resting, what)}`} were gone within ${settleSeconds} s: bounded by time.`;
    return { kind: 'bounded', perTransaction: 0, reason };
  }
  return findingOf(growth, what, { resting, peak });
}

/** Objects of a class that the transactions in flight explain: as many for each as a transaction makes. */
function inFlight(run: JudgedRun, name: string): number {
  const last = run.samples.at(-1);
  const each = last === undefined ? 1 : countOf(last.created, name) / Math.max(1, last.transactions);
  return run.workload.concurrency * Math.max(1, each);
}

function judgeBytes(run: JudgedRun): Finding {
  const what = noun(undefined);
  const incomplete = withoutVerdict(run, what, (at) => at.bytes);
  if (incomplete !== undefined) return incomplete;
  const series = seriesOf(run, (at) => at.bytes, BYTES_FLOOR);
  const resting = Math.max(...series.checkpoints.map((point) => point.value));
  const peak = Math.max(resting, ...series.samples.map((point) => point.value));
  return findingOf(judgeGrowth(series), what, { resting, peak });
}

function withoutVerdict(
  run: JudgedRun,
  what: Noun,
  read: (at: Sample | Checkpoint) => number,
): Finding | undefined {
  const complete = run.checkpoints.length > BATCHES;
  if (run.failure !== undefined && (run.failure.kind === 'out-of-memory' || !complete))
    return crashFinding(run, run.failure, what, read);
  if (complete) return undefined;
  const decides = counted(shortestRun(run.workload.concurrency), 'transaction');
  return {
    kind: 'not enough data',
    perTransaction: 0,
    reason: `The run is too short to compare seven batches: run ${decides} or more.`,
  };
}

function seriesOf(run: JudgedRun, read: (at: Sample | Checkpoint) => number, floor: number): Series {
  const point = (at: Sample | Checkpoint): Point => ({ transactions: at.transactions, value: read(at) });
  return {
    checkpoints: run.checkpoints.map(point),
    failed: run.checkpoints.map((checkpoint) => checkpoint.failed),
    samples: run.samples.map(point),
    survivors: [],
    left: [],
    concurrency: run.workload.concurrency,
    floor,
  };
}
