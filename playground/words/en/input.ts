/** What is wrong with what somebody typed, as a field of a workload or as what is known and right, in English. */

import { count } from './wording.ts';
import type { BoundedField, WorkloadFault } from '../../workload.ts';
import type { AllowanceFault } from '../allowance.ts';
import { byteWords } from '../byte-words.ts';

const fields: Readonly<Record<BoundedField, string>> = {
  transactions: 'Transactions',
  concurrency: 'Transactions in flight',
  seed: 'The seed',
  failureRate: 'The failure rate',
  sharedIdRate: 'The rate of shared ids',
  memoryLimit: 'The memory limit',
  samples: 'Samples',
  collectorSeconds: 'Seconds between collections',
  stragglers: 'Stragglers of a steady load',
  pace: 'The pace of a steady load',
};

/** A field whose value is out of its bounds, as a sentence. */
export function workloadFaultWords({ field, least, most, whole }: WorkloadFault): string {
  const isSize = field === 'memoryLimit';
  const shown = (bound: number): string => (isSize ? byteWords(bound) : count(bound));
  const kind = whole && !isSize ? 'a whole number' : 'a number';
  return `${fields[field]} must be ${kind} from ${shown(least)} to ${shown(most)}.`;
}

/** What could not be read as known and right, as a sentence. */
export function allowanceFaultWords(fault: AllowanceFault): string {
  switch (fault.type) {
    case 'unreadable':
      return `“${fault.text}” cannot be read: write how many instances of which class may stay, such as “1,000 Entry, 2 Image”.`;
    case 'out of bounds':
      return `The number of ${fault.className} that may stay must be from 1 to ${count(fault.most)}.`;
    case 'named twice':
      return `${fault.className} is named twice: state once how many may stay.`;
  }
}
