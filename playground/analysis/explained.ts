/** Tells how many of the program's bytes go with the objects of each class, so that what remains can be judged by itself. */

import type { Allowance, Sample } from '../record.ts';
import { countOf, type JudgedRun } from './judged-run.ts';
import { lineThrough } from './noise.ts';
import { differences, sum } from './series.ts';

/** A class whose count moves the bytes, and by how many for each instance. */
export interface Share {
  readonly name: string;
  readonly bytesEach: number;
}

/** Classes that are looked at: those whose counts change most. */
const mostClasses = 3;

/** Changes from one reading to the next. */
interface Changes {
  readonly objects: readonly number[];
  readonly bytes: readonly number[];
  readonly inFlight: readonly number[];
}

/**
 * Bytes that one more object of each class brings, by least squares on the changes from checkpoint to checkpoint, one class after
 * another; from reading to reading where all checkpoints changed alike. What all changes have in common is left out, so a leak beside a
 * class does not count to it.
 */
export function sharesOf(run: JudgedRun, names: readonly string[]): readonly Share[] {
  const shares: Share[] = [];
  const moved = (name: string): number =>
    Math.max(
      ...readingsOf(run, name, [])
        .flatMap(({ objects }) => objects)
        .map(Math.abs),
    );
  const changing = names
    .map((name) => ({ name, most: moved(name) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most)
    .slice(0, mostClasses);
  for (const { name } of changing) {
    const [resting, all] = readingsOf(run, name, shares);
    const bytesEach = bytesPerObject(resting) ?? bytesPerObject(all) ?? 0;
    if (bytesEach > 0) shares.push({ name, bytesEach });
  }
  return shares;
}

type Heap = Pick<Sample, 'transactions' | 'bytes' | 'live' | 'inFlight'>;

function readingsOf(
  { checkpoints, samples }: JudgedRun,
  name: string,
  shares: readonly Share[],
): readonly [Changes, Changes] {
  const resting: readonly Heap[] = checkpoints.map((at) => ({ ...at, inFlight: 0 }));
  const all = [...resting, ...samples].sort((a, b) => a.transactions - b.transactions);
  const read = without(shares);
  const changes = (of: readonly Heap[]): Changes => ({
    objects: differences(of.map(({ live }) => countOf(live, name))),
    bytes: differences(of.map(read)),
    inFlight: differences(of.map(({ inFlight }) => inFlight)),
  });
  return [changes(resting), changes(all)];
}

/** `undefined` where all changes of the count are alike. */
function bytesPerObject({ objects, bytes, inFlight }: Changes): number | undefined {
  if (Math.max(...objects) === Math.min(...objects)) return undefined;
  const points = objects.map((change, index) => ({
    transactions: change,
    value: bytes[index] ?? 0,
    inFlight: inFlight[index] ?? 0,
  }));
  return lineThrough(points).rate;
}

/** The bytes without what these classes explain; of a class with an allowance, without what is allowed. */
export function without(
  shares: readonly Share[],
  allowances: readonly Allowance[] = [],
): (at: Pick<Sample, 'bytes' | 'live'>) => number {
  return ({ bytes, live }) => {
    const explained = shares.map(({ name, bytesEach }) => {
      const most = allowances.find(({ className }) => className === name)?.most ?? Infinity;
      return bytesEach * Math.min(most, countOf(live, name));
    });
    return bytes - Math.round(sum(explained));
  };
}

/** The most by which the bytes of these classes, as they are reckoned, differed between two checkpoints. */
export function swingOf(shares: readonly Share[], { checkpoints }: Pick<JudgedRun, 'checkpoints'>): number {
  const swings = shares.map(({ name, bytesEach }) => {
    const counts = checkpoints.map(({ live }) => countOf(live, name));
    return bytesEach * (Math.max(...counts) - Math.min(...counts));
  });
  return sum(swings);
}

/** The classes named in allowances that the program does not have. */
export function unknownClasses(
  allowances: readonly Allowance[],
  sites: readonly { readonly name: string }[],
): readonly string[] {
  return allowances
    .map(({ className }) => className)
    .filter((className) => !sites.some(({ name }) => name === className));
}
