/** What is right about a planned program, reasoned from its plan: nothing here looks at a run. */

import { keepsKeysOnly } from './holders.ts';
import type { Fault, Keeper, Part, Plan, Release } from './plan.ts';

/** What a leak follows. */
export type Law =
  | 'transaction'
  | 'failure'
  | 'failed send'
  | 'shared id'
  | 'second'
  /** It ends when the server falls idle, which a busy one never does. */
  | 'busy time'
  /** A loan comes back only where a collector happens to run. */
  | 'collector';

/** What a judge must find: nothing, at least these leaks, or that one of these checks is not met (any, where none is named). */
export type Truth =
  | { readonly kind: 'right' }
  | { readonly kind: 'leaky'; readonly laws: readonly Law[] }
  | { readonly kind: 'wrong'; readonly checks: readonly string[] };

/** What a judge must find in the program. A fault in a duty comes before a leak: then both may be told. */
export function truthOf(plan: Plan): Truth {
  const laws = [...plan.parts.map(lawOf), lawOfLogging(plan)].filter((law) => law !== undefined);
  const checks = plan.fault === undefined ? undefined : checksOf(plan.fault);
  if (checks !== undefined && laws.length === 0) return { kind: 'wrong', checks };
  if (checks !== undefined) return { kind: 'wrong', checks: [] };
  return laws.length === 0 ? { kind: 'right' } : { kind: 'leaky', laws: [...new Set(laws)] };
}

function lawOfLogging({ logging, fault }: Plan): Law | undefined {
  if (fault?.what === 'channel never closed') return 'transaction';
  if (fault?.what === 'channel closed on commit') return 'failure';
  if (fault?.what === 'channel closed by a finalizer') return 'collector';
  return logging === 'registry that never forgets' && !choosesLogging(fault) ? 'transaction' : undefined;
}

/** Whether a fault is one of a certain way of logging, whatever the plan says. */
export function choosesLogging(fault: Fault | undefined): boolean {
  return fault !== undefined && /channel|logger|id/.test(fault.what);
}

/** The leak of a part; undefined for none. */
export function lawOf(part: Part): Law | undefined {
  switch (part.type) {
    case 'keeper':
      return lawOfKeeper(part);
    case 'noise':
      return undefined;
    case 'beat':
      return { disposal: undefined, commit: 'failure', never: 'transaction' }[part.cleared] as
        | Law
        | undefined;
    case 'listener':
      if (part.removed === 'disposal' || part.removed === 'first event') return undefined;
      return part.removed === 'commit' ? 'failure' : 'transaction';
    case 'clockwork':
      return part.most === undefined ? 'second' : undefined;
  }
}

/** A weak map lets go with its key, the resource, and a finalizer with the resource too; the rest is a matter of occasion and release. */
function lawOfKeeper({ holder, item, occasion, release }: Keeper): Law | undefined {
  if (holder === 'weak map') return undefined;
  // What holds the resource keeps its own finalizer from ever being called. Memory may be left to one, for a collector is what frees it.
  const holdsResource = item === 'resource' && !keepsKeysOnly(holder);
  if (release.when === 'finalizer') return holdsResource ? 'transaction' : undefined;
  const law = lawOfRelease(release);
  if (law !== 'transaction' || occasion === 'every') return law;
  return occasion === 'failed' ? 'failure' : 'failed send';
}

function lawOfRelease({ when }: Release): Law | undefined {
  switch (when) {
    case 'never':
    case 'all but every nth':
      return 'transaction';
    // A transaction that fails before its send never reaches the end of it, nor its `finally`.
    case 'end of send':
    case 'finally':
    case 'commit':
      return 'failure';
    case 'count of holders, shared ones twice':
      return 'shared id';
    case 'idle':
    case 'debounce':
      return 'busy time';
    default:
      return undefined;
  }
}

const lines = ['log-complete'];
const ids = ['log-attributable', 'log-complete'];
const loans = ['no-use-after-release'];
const workers = ['workers-released'];

/** The checks of which one must refuse the fault; none for a fault that is only a leak; empty where any may. */
function checksOf({ what }: Fault): readonly string[] | undefined {
  switch (what) {
    case 'line missing':
    case 'line twice':
    case 'line late':
      return lines;
    case 'no id':
    case 'id of another':
    case 'pooled logger not reset':
      return ids;
    case 'channel never closed':
    case 'channel closed on commit':
    case 'channel closed by a finalizer':
      return undefined;
    case 'channel closed early':
    case 'channel closed twice':
    case 'neighbour’s channel closed':
      return loans;
    case 'send not awaited':
      return [];
    default:
      return workers;
  }
}
