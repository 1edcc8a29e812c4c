/** What is right about a planned program, reasoned from its plan: nothing here looks at a run. */

import { keepsKeysOnly } from './holders.ts';
import { choosesLogging } from './logging.ts';
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
  const found = [...plan.parts.map(lawOf), lawOfLogging(plan)].filter((law) => law !== undefined);
  const checks = plan.fault === undefined ? undefined : checksOf(plan.fault);
  if (checks !== undefined && found.length === 0) return { kind: 'wrong', checks };
  if (checks !== undefined) return { kind: 'wrong', checks: [] };
  return found.length === 0 ? { kind: 'right' } : { kind: 'leaky', laws: [...new Set(found)] };
}

function lawOfLogging({ logging, fault }: Plan): Law | undefined {
  if (fault?.what === 'channel never closed') return 'transaction';
  if (fault?.what === 'channel closed on commit') return 'failure';
  if (fault?.what === 'channel closed by a finalizer') return 'collector';
  return logging === 'registry that never forgets' && !choosesLogging(fault) ? 'transaction' : undefined;
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
        Law | undefined;
    case 'listener':
      if (part.removed === 'disposal' || part.removed === 'first event') return undefined;
      return part.removed === 'commit' ? 'failure' : 'transaction';
    case 'clockwork':
      return part.most === undefined ? 'second' : undefined;
  }
}

/** A weak map lets go with its key, the resource, and a finalizer with the resource too; the rest is a matter of occasion and release. */
function lawOfKeeper({ holder, item, key, occasion, release }: Keeper): Law | undefined {
  if (holder === 'weak map') return undefined;
  // What holds the resource keeps its own finalizer from ever being called. Memory may be left to one, for a collector is what frees it.
  const holdsResource = item === 'resource' && !keepsKeysOnly(holder);
  if (release.when === 'finalizer') return holdsResource ? 'transaction' : undefined;
  const law = laws[release.when];
  if (law === 'shared id' && key === 'serial number') return undefined;
  if (law !== 'transaction' || occasion === 'every') return law;
  return occasion === 'failed' ? 'failure' : 'failed send';
}

const laws: Partial<Readonly<Record<Release['when'], Law>>> = {
  never: 'transaction',
  'all but every nth': 'transaction',
  // A transaction that fails before its send never reaches the end of it, nor its `finally`.
  'end of send': 'failure',
  finally: 'failure',
  commit: 'failure',
  'count of holders, shared ones twice': 'shared id',
  idle: 'busy time',
  debounce: 'busy time',
};

const lines = ['log-complete'];
const ids = ['log-attributable', 'log-complete'];
const loans = ['no-use-after-release'];
const workers = ['workers-released'];

const byFault: Partial<Readonly<Record<Fault['what'], readonly string[] | 'a leak'>>> = {
  'line missing': lines,
  'line twice': lines,
  'line late': lines,
  'no id': ids,
  'id of another': ids,
  'pooled logger not reset': ids,
  'channel never closed': 'a leak',
  'channel closed on commit': 'a leak',
  'channel closed by a finalizer': 'a leak',
  'channel closed early': loans,
  'channel closed twice': loans,
  'neighbour’s channel closed': loans,
  'send not awaited': [],
};

/** The checks of which one must refuse the fault; undefined for a fault that is only a leak; empty where any may. */
function checksOf({ what }: Fault): readonly string[] | undefined {
  const checks = byFault[what] ?? workers;
  return checks === 'a leak' ? undefined : checks;
}
