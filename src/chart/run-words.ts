/** What a run means, in words: the verdict's headline, its reason, and the sentence over a chart. */

import { byteWords } from '#playground/words/byte-words.ts';
import type { ClassFinding, Finding, RunResult, Verdict } from '#playground/record.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { type DrawnRun, liveCount, type View } from './drawn-run.ts';
import { countWords, rateWords } from './quantity-words.ts';

export interface VerdictWords {
  /** `Leak: 1.00 Logger per transaction`. */
  readonly headline: string;
  readonly reason: string;
}

type NamedRun = Pick<DrawnRun, 'role' | 'unseen' | 'byLink'>;

/** What readers call a run by its program: one that they may not read is `a fixed version`, one of somebody else's `by link`. */
export function nameOfRun({ role, unseen, byLink }: NamedRun): string {
  const words = workbenchWords();
  return byLink ? words.byLink : unseen ? words.unseen : words.roles[role];
}

/** Worst first. */
const gravity = ['crashed', 'leak', 'not enough data', 'bounded', 'flat'] as const;

/** The finding that decides a verdict: the gravest, and of those the one that grows fastest; classes before bytes. */
export function decidingFinding(verdict: Verdict): { readonly name?: string; readonly finding: Finding } {
  const classes = Object.entries(verdict.classes).map(([name, finding]) => ({ name, finding }));
  const grave = ({ finding }: { finding: Finding }) => gravity.indexOf(finding.kind);
  const sorted = [...classes].sort(
    (a, b) => grave(a) - grave(b) || b.finding.perTransaction - a.finding.perTransaction,
  );
  const worst = sorted[0];
  if (worst === undefined || grave(worst) > grave({ finding: verdict.bytes }))
    return { finding: verdict.bytes };
  return worst;
}

/** Headline and reason for a run that was measured. */
export function verdictWords(result: Pick<RunResult, 'verdict' | 'failure'>): VerdictWords {
  const words = workbenchWords();
  const { failure, verdict } = result;
  if (failure !== undefined && failure.kind !== 'out-of-memory') {
    return { headline: words.failure[failure.kind], reason: pageMachineWords().failureWords(failure) };
  }
  const { name, finding } = decidingFinding(verdict);
  const reason = pageMachineWords().reasonWords(finding.reason);
  if (failure !== undefined) {
    const at = countWords(failure.transaction ?? 0);
    return { headline: words.verdict.died(at), reason };
  }
  return {
    headline: headlineOf(name, finding),
    reason: `${reason}${alsoLeaking(verdict, name)}`,
  };
}

/** Names the other classes that leak: the one in the headline hides none. */
function alsoLeaking({ classes }: Verdict, named: string | undefined): string {
  const others = Object.keys(classes).filter((name) => name !== named && classes[name]?.kind === 'leak');
  return others.length === 0 ? '' : ` ${workbenchWords().verdict.also(others.join(', '))}`;
}

function headlineOf(name: string | undefined, finding: Finding): string {
  const words = workbenchWords();
  const rate = name === undefined ? byteWords(finding.perTransaction) : rateWords(finding.perTransaction);
  switch (finding.kind) {
    case 'leak':
      return name === undefined ? words.verdict.leakOfBytes(rate) : words.verdict.leak(rate, name);
    case 'bounded':
      return words.verdict.bounded(name ?? words.verdict.memory);
    case 'flat':
      return words.verdict.flat;
    case 'not enough data':
      return words.verdict.undecided;
    case 'crashed':
      return name === undefined ? words.verdict.crashedOfBytes(rate) : words.verdict.crashed(rate, name);
  }
}

/** What each run does in a view, as one sentence. */
export function sentenceOf(runs: readonly DrawnRun[], view: View): string {
  const words = workbenchWords();
  const parts = runs
    .filter((run) => !run.faded && run.samples.length > 0)
    .map((run) => `${nameOfRun(run)} ${behaviour(run, view)}`);
  if (parts.length === 0) return words.figure.nothingYet;
  const subject = view.type === 'bytes' ? words.figure.bytesSubject : view.className;
  const lead = view.type === 'survivors' ? words.figure.survivorsSubject(subject) : subject;
  return words.figure.sentence(lead, parts);
}

function behaviour(run: DrawnRun, view: View): string {
  const words = workbenchWords();
  if (view.type === 'survivors') {
    const survivors = (run.survivors?.[view.className] ?? []).reduce((sum, count) => sum + count, 0);
    return words.figure.survive(countWords(survivors));
  }
  const last = run.samples.at(-1);
  const end = last === undefined ? 0 : view.type === 'bytes' ? last.bytes : liveCount(last, view.className);
  const value = view.type === 'bytes' ? byteWords : countWords;
  if (run.failure?.kind === 'out-of-memory') {
    return words.figure.dies(countWords(run.failure.transaction ?? last?.transactions ?? 0), value(end));
  }
  const finding = findingFor(run.verdict, view);
  const rate = view.type === 'bytes' ? byteWords : rateWords;
  if (finding === undefined) return words.figure.reached(value(end));
  if (finding.kind === 'leak') return words.figure.grows(rate(finding.perTransaction), value(end));
  return finding.kind === 'flat' ? words.figure.stays(value(end)) : words.figure.ends(value(end));
}

function findingFor(verdict: Verdict | undefined, view: View): Finding | ClassFinding | undefined {
  if (verdict === undefined) return undefined;
  if (view.type === 'bytes') return verdict.bytes;
  return Object.hasOwn(verdict.classes, view.className) ? verdict.classes[view.className] : undefined;
}
