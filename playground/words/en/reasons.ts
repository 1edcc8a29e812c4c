/** Why a verdict is so, in English. */

import type { Quantity, Reason, UntilDeath } from '../../analysis/reason.ts';
import { growthWords } from './growth.ts';
import { count, counted, noun, perTransaction, sentence, thousands } from './wording.ts';

type Of<Type extends Reason['type']> = Extract<Reason, { type: Type }>;

/** The reason of a finding, in a sentence or two. */
export function reasonWords(reason: Reason): string {
  switch (reason.type) {
    case 'growth':
      return growthWords(reason.growth, noun(reason.className), reason.levels);
    case 'gone in time':
      return goneInTime(reason);
    case 'within allowance':
      return `No more than ${counted(reason.resting, noun(reason.className))} stayed at once, and ${allowed(reason)}.`;
    case 'above allowance':
      return `${reasonWords(reason.reason)} ${sentence(allowed(reason))}, and up to ${thousands(reason.resting)} stayed at once: ${thousands(reason.resting - reason.most)} too many.`;
    case 'too short':
      return `The run is too short to compare seven batches: run ${counted(reason.decides, 'transaction')} or more.`;
    case 'ended early':
      return `${reason.outside ? 'The run was ended' : 'The program failed'} at transaction ${thousands(reason.transaction)}, before there was enough to judge.`;
    case 'out of memory':
      return `The server ran out of memory at transaction ${thousands(reason.transaction)}${untilDeath(reason.seen, reason)}.`;
    case 'follows leaks':
      return `The bytes follow the ${many(reason)}, which leak: about ${perTransaction(reason.rate, noun(undefined))}.`;
    case 'follows undecided':
      return `The bytes follow the ${many(reason)}. ${reasonWords(reason.reason)}`;
    case 'follows bounded':
      return `The bytes follow the ${many(reason)}, which are bounded, and nothing else grows.`;
    case 'beside classes':
      return `Apart from the ${many(reason)}: ${reasonWords(reason.reason)}`;
    case 'within main run':
      return `It stays within what the main run held. ${reasonWords(reason.reason)}`;
    case 'no more than in flight':
      return 'There are never more of them than transactions in flight.';
    case 'longer run':
      return `A run of ${count(reason.transactions)} transactions decides: ${reasonWords(reason.reason)}`;
    case 'level peak':
      return levelPeak(reason);
    case 'let go in time':
      return letGoInTime(reason);
  }
}

function goneInTime({ className, peak, resting, seconds }: Of<'gone in time'>): string {
  const what = noun(className);
  const gone = resting === 0 ? 'all' : `all but ${counted(resting, what)}`;
  return `Up to ${counted(peak, what)} were alive at once, and ${gone} were gone within ${seconds} s: bounded by time.`;
}

function allowed({ className, most }: { readonly className: string; readonly most: number }): string {
  return `${counted(most, noun(className))} ${most === 1 ? 'is' : 'are'} allowed`;
}

function untilDeath(seen: UntilDeath, { className }: Quantity): string {
  const what = noun(className);
  switch (seen.type) {
    case 'nothing':
      return ', before a first sample';
    case 'growth':
      return `, growing by ${perTransaction(seen.rate, what)}`;
    case 'one step':
      return `; it held ${counted(seen.held, what)} before that, so one step asked for more than the limit allows`;
    case 'level':
      return levelUntilDeath(seen, className);
  }
}

function levelUntilDeath(
  { held, early }: Extract<UntilDeath, { type: 'level' }>,
  className: string | undefined,
): string {
  const what = noun(className);
  const before = early ? ', too early to see what grows' : '';
  if (className === undefined) return `${before}; it held ${counted(held, what)} then`;
  if (Math.round(held) === 0) return `${before}; no ${what.one} was alive`;
  const alive = `${counted(held, what)} ${Math.round(held) === 1 ? 'was' : 'were'} alive`;
  return early ? `${before}; ${alive}` : `; ${alive}, which did not grow`;
}

function levelPeak({ shorter, longer }: Of<'level peak'>): string {
  return `Its peak does not follow the length of the run: ${count(shorter.most)} in ${count(shorter.transactions)} transactions, and ${count(longer.most)} in ${count(longer.transactions)}.`;
}

function letGoInTime({ lifetimeMs, perSecond, atOnce }: Of<'let go in time'>): string {
  const seconds = lifetimeMs / 1000;
  const time = seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} minutes`;
  return `It grows for as long as this run lasts, but each is let go after about ${time}: bounded by time. At ${perSecond} transactions a second that is up to ${count(atOnce)} at once.`;
}

function many({ classNames }: { readonly classNames: readonly string[] }): string {
  return classNames.map((className) => noun(className).many).join(' and ');
}
