/** Judges the program's bytes, by themselves and beside the classes that explain them. */

import type { Allowance, Finding } from '../record.ts';
import { type Share, sharesOf, swingOf, without } from './explained.ts';
import { findingOf } from './finding.ts';
import { judgeGrowth } from './growth.ts';
import { bytesOf } from './read-run.ts';
import type { JudgedRun, Read } from './judged-run.ts';
import { differences, sum } from './series.ts';

/** What remains beside the classes, as a share of what these explain, that is put down to the reckoning of bytes per object. */
const reckoning = 0.025;

/** Checkpoints from the middle of the run on. */
const lateFactor = 5;

/** The same as a share of all growth, where a class explains nearly all of it. */
const mostly = 0.2;

type Findings = Readonly<Record<string, Finding>>;

/** What became of the bytes of a complete run, once its classes are judged. */
export function judgeBytes(run: JudgedRun, classes: Findings, allowances: readonly Allowance[]): Finding {
  const moving = Object.keys(classes).filter((name) => findingFor(classes, name)?.kind !== 'flat');
  const shares = sharesOf(run, moving);
  const isAllowed = ({ name }: Share): boolean => allowances.some(({ className }) => className === name);
  const allowed = shares.filter(isAllowed);
  const own = growthOf(run, allowed.length === 0 ? undefined : without(allowed, allowances));
  const others = shares.filter((share) => !isAllowed(share));
  if (others.length === 0 || own.kind === 'flat') return own;
  const followed = others.flatMap((share) => {
    const finding = findingFor(classes, share.name);
    return finding === undefined ? [] : [{ ...share, finding }];
  });
  if (own.kind === 'leak' && !isOfClasses(run, followed)) return own;
  return followClasses(followed) ?? besideClasses(run, own, shares, followed);
}

/** Whether the bytes grow by hardly more than what classes explain of which none is known to leak. */
function isOfClasses(run: JudgedRun, followed: readonly Followed[]): boolean {
  if (followed.some(({ finding }) => finding.kind === 'leak')) return false;
  return swing(run, without(followed)) <= mostly * swing(run, without([]));
}

function swing(run: JudgedRun, read: Read): number {
  const values = run.checkpoints.map(read);
  return Math.max(...values) - Math.min(...values);
}

function findingFor(classes: Findings, name: string): Finding | undefined {
  return Object.hasOwn(classes, name) ? classes[name] : undefined;
}

function growthOf(run: JudgedRun, read?: Read): Finding {
  const series = bytesOf(run, read);
  const values = series.checkpoints.map(({ value }) => value);
  const resting = Math.max(...values);
  const peak = Math.max(resting, ...series.samples.map(({ value }) => value));
  return findingOf(judgeGrowth(series), undefined, { lowest: Math.min(...values), resting, peak });
}

interface Followed extends Share {
  readonly finding: Finding;
}

/** Where a class leaks, or is not decided, the bytes are no better than it. */
function followClasses(followed: readonly Followed[]): Finding | undefined {
  const leaking = followed.filter(({ finding }) => finding.kind === 'leak');
  if (leaking.length > 0) {
    const rate = sum(leaking.map(({ bytesEach, finding }) => bytesEach * finding.perTransaction));
    const reason = { type: 'follows leaks', classNames: namesOf(leaking), rate } as const;
    return { kind: 'leak', perTransaction: rate, reason };
  }
  const undecided = followed.filter(({ finding }) => finding.kind === 'not enough data');
  const [first] = undecided;
  if (first === undefined) return undefined;
  const decides = Math.max(...undecided.map(({ finding }) => finding.decides ?? 0));
  const classNames = namesOf(undecided);
  const reason = { type: 'follows undecided', classNames, reason: first.finding.reason } as const;
  return { kind: 'not enough data', perTransaction: 0, reason, ...(decides > 0 ? { decides } : {}) };
}

/** Where the classes that the bytes follow are bounded, what remains beside them decides. */
function besideClasses(
  run: JudgedRun,
  own: Finding,
  shares: readonly Share[],
  followed: readonly Followed[],
): Finding {
  if (own.kind === 'bounded') return own;
  const beside = growthOf(run, without(shares));
  const isReckoning = isOfReckoning(run, shares);
  if (beside.kind === 'leak' && !isReckoning)
    return {
      ...beside,
      reason: { type: 'beside classes', classNames: namesOf(followed), reason: beside.reason },
    };
  if (beside.kind === 'not enough data' && !isReckoning) return own;
  const reason = { type: 'follows bounded', classNames: namesOf(followed) } as const;
  return { kind: 'bounded', perTransaction: 0, reason };
}

/** Whether what remains is no more than the reckoning of bytes per object may be wrong by, at once or after a warm-up. */
function isOfReckoning(run: JudgedRun, shares: readonly Share[]): boolean {
  const slack = reckoning * swingOf(shares, run);
  if (swing(run, without(shares)) <= slack) return true;
  const late = run.checkpoints.slice(-lateFactor);
  const rises = differences(late.map(without(shares))).every((change) => change > 0);
  return !rises && swing({ ...run, checkpoints: late }, without(shares)) <= slack;
}

function namesOf(shares: readonly Share[]): readonly string[] {
  return shares.map(({ name }) => name);
}
