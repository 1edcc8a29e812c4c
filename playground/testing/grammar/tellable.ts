/** Whether a planned leak can be told from what moves beside it within a short run: beyond that no judge by running can decide. */

import { keepsKeysOnly } from './holders.ts';
import type { Keeper, Noise, Part, Plan, Release } from './plan.ts';
import { lawOf, type Law } from './truth.ts';

/** Transactions of the shortest main run that a plan is made for. */
const length = 1_000;
/** What a leak must come to, as a multiple of all that moves the bytes beside it. */
const clear = 3;
/** Transactions a second on the model server. */
const perSecond = 100;
/** Roughly the most transactions in flight. */
const inFlight = 16;

/**
 * Bytes by which transactions in flight themselves are taken to move the heap. Of 2,000 short programs (seeds from 50,000 on) two leaks
 * were passed, both of 320 bytes in all, and none that came to three times this or more.
 */
const alwaysMoves = 150;

/** How often each law's cause comes in a short run, or in a trial of 1,000 transactions with a fifth failing or sharing ids. */
const causes: Readonly<Record<Law, number>> = {
  transaction: length,
  failure: 200,
  'failed send': 40,
  'shared id': 200,
  second: length / perSecond,
  'busy time': length,
  collector: length,
};

/** Whether each leak of the plan is of a class of its own, or comes to much more than the bytes that move beside it. */
export function isTellable({ parts }: Plan): boolean {
  const beside = parts.reduce((sum, part) => sum + amplitudeOf(part), alwaysMoves);
  return parts.every((part) => {
    const law = lawOf(part);
    if (law === undefined || isCounted(part)) return true;
    return (causes[law] / rarityOf(part)) * bytesOf(part) >= clear * beside;
  });
}

/** Transactions for each that leaks. */
function rarityOf(part: Part): number {
  return part.type === 'keeper' && part.release.when === 'all but every nth' ? part.release.nth : 1;
}

/** Whether what it keeps is an instance of a class that nothing else keeps. */
function isCounted(part: Part): boolean {
  if (part.type === 'clockwork') return part.item === 'instance';
  if (part.type !== 'keeper' || keepsKeysOnly(part.holder)) return false;
  return part.item === 'instance' || part.item === 'resource';
}

/** Bytes that one step of a leak takes, at least; bytes of one thing kept, at most, are four times that. */
function bytesOf(part: Part): number {
  if (part.type === 'keeper') return bytesOfKept(part);
  if (part.type === 'clockwork') return 8;
  return 100;
}

function bytesOfKept({ holder, item }: Keeper): number {
  if (holder === 'typed array') return 8;
  if (keepsKeysOnly(holder)) return 20;
  return item === 'resource' ? 400 : 80;
}

/** Bytes by which a part that does not leak may move up and down. */
function amplitudeOf(part: Part): number {
  switch (part.type) {
    case 'noise':
      return amplitudeOfNoise(part);
    case 'keeper':
      return lawOf(part) === undefined ? 4 * bytesOfKept(part) * mostKept(part.release) : 0;
    case 'clockwork':
      return 100 * (part.most ?? 0);
    case 'beat':
    case 'listener':
      return 0;
  }
}

function amplitudeOfNoise({ what, size }: Noise): number {
  if (what === 'last text by table') return 8 * 96 * size;
  if (what === 'emptied arrays' || what === 'recent failures') return 100 * size;
  return what.startsWith('pool') ? 256 * inFlight : 0;
}

/** The most that a bounded release leaves at once, in a short run. */
function mostKept(release: Release): number {
  if ('most' in release) return Math.min(length, release.most);
  if ('ms' in release) return Math.min(length, (release.ms * perSecond) / 1_000);
  // A virtual collection comes every ten seconds.
  return release.when === 'finalizer' ? 10 * perSecond : inFlight;
}
