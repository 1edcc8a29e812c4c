/** The workload in one line, as it stands above its closed fields. */

import type { Workload } from '#playground/protocol.ts';
import { byteWords, countWords, percentWords } from '#src/figures/quantity-words.ts';
import type { Strings } from '#src/strings/strings.ts';

type Words = Strings['workbench']['workload'];

/** What hardly anybody changes is named only where it differs from the scenario's own workload. */
export function workloadSummary(workload: Workload, own: Workload, words: Words): string {
  const { transactions, concurrency, seed, memoryLimit, sharedIdRate, collectorSeconds } = workload;
  const usual = words.summary(
    countWords(transactions),
    countWords(concurrency),
    String(seed),
    byteWords(memoryLimit),
  );
  const sharing = sharedIdRate === own.sharedIdRate ? [] : [words.sharing(percentWords(sharedIdRate))];
  const collector =
    collectorSeconds === own.collectorSeconds ? [] : [collectorWords(collectorSeconds, words)];
  return [usual, ...sharing, ...collector].join(' · ');
}

function collectorWords(seconds: number | null, words: Words): string {
  return seconds === null ? words.noCollection : words.collection(countWords(seconds));
}
