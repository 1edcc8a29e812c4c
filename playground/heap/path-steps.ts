/** What is known of each step of a path: whether it is as it should be, since when, and where that changes. */

import type { PathSources } from './path-sources.ts';
import { retainedTogether } from './reachable.ts';
import type { PathStep, Status } from './report.ts';
import type { TreeStep } from './walk.ts';

/** The steps as they are told, each with what is known of it. */
export function withStatus(
  sources: PathSources,
  chain: readonly TreeStep[],
  on: readonly (readonly number[])[],
): readonly PathStep[] {
  const told = chain.map((step, at) => statusOf(sources, step, on[at]!));
  const firstStuck = told.findIndex(({ type }) => type === 'stuck');
  const stuckFrom = firstStuck < 0 ? Infinity : Math.min(firstStuck, fanOf(on, firstStuck));
  return chain.map((step, at) => {
    const { kind, name, thing, folded } = step;
    const line = sources.lineOf(thing, kind === 'binding' ? name : undefined);
    return {
      kind,
      name,
      thing: thing.kind,
      of: thing.of,
      count: on[at]!.length,
      times: folded === 0 ? 1 : on[at]!.length,
      status: statusAt(told[at]!, at, stuckFrom),
      ...(line === undefined ? {} : { line }),
      bytes: retainedTogether(sources, on[at]!),
    };
  });
}

/** Of as many holders as this share of what is stuck, each belongs to what it holds; fewer are parts of one container. */
const leastFan = 0.05;

/** The step at which one way becomes one for each thing that is stuck, or for few of them. */
function fanOf(on: readonly (readonly number[])[], stuck: number): number {
  const least = Math.max(2, leastFan * on[stuck]!.length);
  const at = on.findIndex((nodes) => nodes.length >= least);
  return at < 0 ? Infinity : at;
}

function statusAt(told: Status, at: number, stuckFrom: number): Status {
  if (at < stuckFrom) return told.type === 'unknown' ? { type: 'expected', why: 'one' } : told;
  return told.type === 'unknown' ? { type: 'stuck' } : told;
}

/** What is known of the things of one step by themselves. */
function statusOf(
  sources: PathSources,
  { root, kind, thing, parent }: TreeStep,
  nodes: readonly number[],
): Status {
  if (root === 'collector' && parent?.parent === undefined) return { type: 'waits' };
  if (kind === 'binding' && nodes.length === 1 && thing.kind !== 'instance')
    return { type: 'expected', why: 'binding' };
  let oldest = -1;
  let isStuck = false;
  let last: Status | undefined;
  for (const node of nodes) {
    last = sources.statusOf(node);
    if (last?.type !== 'stuck') continue;
    isStuck = true;
    oldest = Math.max(oldest, last.oldest ?? -1);
  }
  if (isStuck) return oldest < 0 ? { type: 'stuck' } : { type: 'stuck', oldest };
  // Made outside of any transaction: one of them may be right, ever more are not.
  if (
    last?.type === 'expected' &&
    nodes.length > 1 &&
    thing.kind === 'instance' &&
    sources.isGrowing(thing.of)
  )
    return { type: 'stuck' };
  return last ?? { type: 'unknown' };
}

/** Where what is as it should be holds what should be gone; undefined where all is as it should be. */
export function faultyStep(steps: readonly PathStep[]): number | undefined {
  if (steps[0]?.status.type === 'waits') return undefined;
  const at = steps.findIndex(({ status }) => status.type === 'stuck');
  return at < 0 ? undefined : at;
}
