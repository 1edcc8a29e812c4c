/** The model server's own gauges: what each gives at its n-th reading. One of them leaks; the seed says which. */

import { setup } from 'leak-lab:setup';
import { createRandom } from '../../vm/guest/random.ts';

/** Transactions that end between two readings. */
export const transactionsPerReading = 4;

/** A stream of its own, so that transactions are the same whether somebody watches or not. */
const random = createRandom(setup.seed ^ 0x6a75);
const noise = (most: number): number => Math.floor(random() * (most + 1));

/** A cache that fills to `most`: each reading adds a sixteenth of what is missing. */
const warm = (most: number, readings: number): number =>
  Math.round(most * (1 - Math.exp(-readings / 16))) + noise(10);

const readingsInAll = Math.floor(setup.transactions / transactionsPerReading);
const flush = Math.floor(readingsInAll / 2);

/** A peak of load: up in 40 readings, down in 40, and quiet until the next. */
function load(reading: number): number {
  const since = (reading + 137) % 197;
  return since < 80 ? 40 - Math.abs(40 - since) : 0;
}

export interface ServerGauge {
  readonly name: string;
  /** One object in each transaction is never let go of. */
  readonly leaks: boolean;
  readonly valueAt: (reading: number) => number;
}

function gauge(name: string, healthy: (reading: number) => number, leaks = false): ServerGauge {
  const valueAt = (reading: number): number =>
    healthy(reading) + (leaks ? reading * transactionsPerReading : 0);
  return { name, leaks, valueAt };
}

const loggersLeak = setup.seed % 2 === 1;

/** All gauges, in the order in which they are read. */
export const serverGauges: readonly ServerGauge[] = [
  gauge('cachedParts', (reading) => warm(4_000, reading)),
  /** A cache that is emptied once, in the middle of the run. */
  gauge('cachedMarks', (reading) => warm(3_000, reading < flush ? reading : reading - flush)),
  /** A pool that jumps to its peak and stays there. */
  gauge('pooledBuffers', (reading) => (reading < 3 ? 64 : 320) + noise(4), !loggersLeak),
  gauge('openSessions', (reading) => 200 + 10 * load(reading) + noise(10)),
  gauge('loggers', () => 30 + noise(4), loggersLeak),
];
