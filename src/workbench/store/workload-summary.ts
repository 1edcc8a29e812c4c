/** The workload in one line, as it stands above its closed fields. */

import { byteWords } from '#playground/words/byte-words.ts';
import type { Workload } from '#playground/record.ts';
import { countWords, percentWords } from '#src/chart/quantity-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';

/** What hardly anybody changes is named only where it differs from the scenario's own workload. */
export function workloadSummary(workload: Workload, own: Workload): string {
  const words = workbenchWords().workload;
  const { transactions, concurrency, seed, memoryLimit } = workload;
  const usual = words.summary(
    countWords(transactions),
    countWords(concurrency),
    String(seed),
    byteWords(memoryLimit),
  );
  const told = parts.filter((part) => JSON.stringify(workload[part]) !== JSON.stringify(own[part]));
  return [usual, ...told.map((part) => partWords(part, workload))].join(' · ');
}

const parts = ['failureRate', 'sharedIdRate', 'collectorSeconds', 'steady'] as const;

function partWords(part: (typeof parts)[number], workload: Workload): string {
  const words = workbenchWords().workload;
  const { failureRate, sharedIdRate, collectorSeconds, steady } = workload;
  switch (part) {
    case 'failureRate':
      return words.failing(percentWords(failureRate));
    case 'sharedIdRate':
      return words.sharing(percentWords(sharedIdRate));
    case 'collectorSeconds':
      return collectorSeconds === null ? words.noCollection : words.collection(countWords(collectorSeconds));
    case 'steady':
      return steady === undefined
        ? words.notSteady
        : words.steady(countWords(steady.stragglers), countWords(steady.pace));
  }
}
