/** Judges a run: what became of each class and of the program's bytes, and why we say so. */

import type { Allowance, ClassFinding, ClassSite, Finding, Verdict } from '../record.ts';
import { batches, shortestRun } from './batches.ts';
import { survivorPoints } from './by-age.ts';
import { crashFinding } from './crash.ts';
import { findingOf } from './finding.ts';
import { judgeGrowth } from './growth.ts';
import { judgeBytes } from './judge-bytes.ts';
import { objectsOf } from './read-run.ts';
import { countOf, type JudgedRun, type Read } from './judged-run.ts';

export type { JudgedRun } from './judged-run.ts';
export { unknownClasses } from './explained.ts';

/** A class is bounded by time, not by the transactions in flight, if so many times as many were alive at once. */
const farAbove = 4;

/**
 * Judges a run. `settleSeconds` is how long the driver waited, in virtual time, before each checkpoint. Allowances state what is known
 * and right; those for classes that the program does not have are passed over (`unknownClasses` names them).
 */
export function judge(
  run: JudgedRun,
  sites: readonly ClassSite[],
  settleSeconds: number,
  allowances: readonly Allowance[] = [],
): Verdict {
  const classes = Object.fromEntries(
    sites.map((site): [string, ClassFinding] => [
      site.name,
      { ...judgeClass(run, site.name, settleSeconds, allowances), line: site.line },
    ]),
  );
  const bytes = withoutVerdict(run, undefined, (at) => at.bytes) ?? judgeBytes(run, classes, allowances);
  const clean = ({ kind }: Finding): boolean => kind === 'flat' || kind === 'bounded';
  const leakFree = run.failure === undefined && clean(bytes) && Object.values(classes).every(clean);
  return { classes, bytes, leakFree };
}

function judgeClass(
  run: JudgedRun,
  name: string,
  settleSeconds: number,
  allowances: readonly Allowance[],
): Finding {
  const incomplete = withoutVerdict(run, name, (at) => countOf(at.live, name));
  if (incomplete !== undefined) return incomplete;
  const most = allowances.find(({ className }) => className === name)?.most;
  if (most === undefined) return judgeObjects(run, name, settleSeconds);
  const resting = Math.max(...run.checkpoints.map(({ live }) => countOf(live, name)));
  const allowed = { className: name, resting, most };
  if (resting <= most)
    return { kind: 'bounded', perTransaction: 0, reason: { type: 'within allowance', ...allowed } };
  const finding = judgeObjects(run, name, settleSeconds);
  return { ...finding, reason: { type: 'above allowance', ...allowed, reason: finding.reason } };
}

function judgeObjects(run: JudgedRun, name: string, settleSeconds: number): Finding {
  const series = objectsOf(run, name);
  const growth = judgeGrowth(series);
  const values = series.checkpoints.map(({ value }) => value);
  const [lowest, resting] = [Math.min(...values), Math.max(...values)];
  const peak = Math.max(countOf(run.peak, name), resting, ...series.samples.map(({ value }) => value));
  const settled = run.workload.steady === undefined && settleSeconds > 0;
  // What the last transactions left after the last checkpoint is there, but was not gone within any time.
  const stays = Math.max(resting, survivorPoints(run, name).at(-1)?.value ?? 0);
  if (growth.type === 'flat' && settled && peak - stays > farAbove * inFlight(run, name)) {
    const gone = { className: name, peak, resting, seconds: settleSeconds };
    return { kind: 'bounded', perTransaction: 0, reason: { type: 'gone in time', ...gone } };
  }
  return findingOf(growth, name, { lowest, resting, peak, made: madeIn(run, name) });
}

function madeIn(run: JudgedRun, name: string): number {
  return Math.max(0, ...run.samples.map(({ created }) => countOf(created, name)));
}

/** Objects of a class that the transactions in flight explain: as many for each as a transaction makes. */
function inFlight(run: JudgedRun, name: string): number {
  const each = madeIn(run, name) / Math.max(1, run.samples.at(-1)?.transactions ?? 1);
  return run.workload.concurrency * Math.max(1, each);
}

function withoutVerdict(run: JudgedRun, className: string | undefined, read: Read): Finding | undefined {
  const complete = run.checkpoints.length > batches;
  if (run.failure !== undefined && (run.failure.kind === 'out-of-memory' || !complete))
    return crashFinding(run, run.failure, className, read);
  if (complete) return undefined;
  const decides = shortestRun(run.workload.concurrency);
  return { kind: 'not enough data', perTransaction: 0, reason: { type: 'too short', decides }, decides };
}
