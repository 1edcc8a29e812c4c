/** What a chart needs to know of a run, finished or still going on. */

import { countOf } from '#playground/analysis/judged-run.ts';
import type { Failure, RunRecord, Sample, Verdict, Workload } from '#playground/record.ts';

/** Which program a line stands for; colour, stroke and marker follow from it. */
export type Role = 'leaky' | 'fixed' | 'mine';

/** What the y axis counts. */
export type View =
  | { readonly type: 'objects'; readonly className: string }
  | { readonly type: 'bytes' }
  | { readonly type: 'survivors'; readonly className: string };

/** Names a view: equal for equal views. */
export function viewKey(view: View): string {
  return view.type === 'bytes' ? 'bytes' : `${view.type}:${view.className}`;
}

export interface DrawnRun {
  readonly role: Role;
  readonly workload: Workload;
  readonly samples: readonly Sample[];
  readonly survivors?: RunRecord['survivors'] | undefined;
  readonly verdict?: Verdict | undefined;
  readonly failure?: Failure | undefined;
  /** An earlier run of mine, drawn faint and without a label. */
  readonly faded?: boolean;
  /** Whether its program is not to be read here: it is told as one of several that would do. */
  readonly unseen?: boolean;
  /** Whether it is no program of the reader's, but one that came by a link. */
  readonly byLink?: boolean | undefined;
}

/** Instances of a class alive in a sample; a class not yet seen has none. */
export function liveCount(sample: Sample, className: string): number {
  return countOf(sample.live, className);
}

/** Names of all classes that any of the runs has seen, in order of appearance. */
export function classNames(runs: readonly DrawnRun[]): readonly string[] {
  const names = runs.flatMap((run) => Object.keys(run.samples.at(-1)?.created ?? {}));
  return [...new Set(names)];
}

/** The class that grew most between the first and the last sample; `undefined` without classes. */
export function fastestGrowing(samples: readonly Sample[]): string | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const growth = (name: string) => liveCount(last, name) - liveCount(first, name);
  return Object.keys(last.live).reduce<string | undefined>(
    (best, name) => (best === undefined || growth(name) > growth(best) ? name : best),
    undefined,
  );
}
