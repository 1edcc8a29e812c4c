/** Rows of the table that compares versions: each measure with its value in every recorded run, as text. */

import { countWords, hundredthWords } from '#src/chart/quantity-words.ts';
import type { RunResult } from '#playground/record.ts';
import { turnsPerTransaction } from '#playground/scenarios/lock-turns.ts';
import { pageWords } from '#src/strings/page-words.ts';

export interface ResultsRow {
  readonly label: string;
  readonly values: readonly string[];
}

/** The rows for these runs, in the order of the runs. */
export function resultsRows(runs: readonly RunResult[]): readonly ResultsRow[] {
  const words = pageWords().results;
  const row = (label: string, value: (run: RunResult) => string): ResultsRow => ({
    label,
    values: runs.map(value),
  });
  const each = (label: string, total: (run: RunResult) => number): ResultsRow =>
    row(label, (run) => hundredthWords(total(run) / run.workload.transactions));
  return [
    ...classNames(runs).map((name) =>
      row(words.alive(name), (run) =>
        name in run.verdict.classes ? countWords(run.samples.at(-1)?.live[name] ?? 0) : words.absent,
      ),
    ),
    row(words.bytes, (run) => countWords(run.samples.at(-1)?.bytes ?? 0)),
    row(words.left, (run) => countWords(run.checkpoints.at(-1)?.bytes ?? 0)),
    row(words.growth, (run) => countWords(run.verdict.bytes.perTransaction)),
    each(words.objects, ({ work }) => work.objects),
    row(words.allocated, (run) => countWords(run.work.bytes / run.workload.transactions)),
    row(words.ticks, ({ work }) => countWords(work.ticks)),
    row(words.lines, ({ work }) => countWords(work.sinkCalls)),
    row(words.complete, (run) => (logIsWhole(run) ? words.yes : words.no)),
    row(words.turns, (run) => hundredthWords(turnsPerTransaction(run))),
    row(words.wait, (run) => hundredthWords(lockWaitMs(run))),
  ];
}

/** The modelled milliseconds that were waited for all of the server's locks. */
export function lockWaitMs({ locks }: RunResult): number {
  return Object.values(locks).reduce((sum, { waitMs }) => sum + waitMs, 0);
}

function classNames(runs: readonly RunResult[]): readonly string[] {
  return [...new Set(runs.flatMap(({ verdict }) => Object.keys(verdict.classes)))];
}

function logIsWhole({ checks }: RunResult): boolean {
  const asked = checks.filter(({ id }) => id === 'log-complete' || id === 'log-attributable');
  return asked.length === 2 && asked.every(({ passed }) => passed);
}
