/** The workload that a reader asks for: its fields as typed, and the workload once all of them are good. */

import type { ReadonlySignal, Signal } from '@preact/signals';
import { batch, computed, signal } from '@preact/signals';

import type { Workload } from '#playground/protocol.ts';
import { bounds } from '#playground/workload.ts';
import { BYTES_PER_MB, countWords } from '#src/figures/quantity-words.ts';
import type { Strings } from '#src/strings/strings.ts';

export type FieldName = keyof Workload;

export interface FieldRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** Whether an empty field means never. */
  readonly orNever?: boolean;
}

const { transactions, concurrency, seed, failureRate, sharedIdRate, memoryLimit, samples } = bounds;

/** What the machine accepts; the memory limit in MB. The page alone lets a reader time the collector, from a tenth of a second to a day. */
export const FIELD_RANGES: Readonly<Record<FieldName, FieldRange>> = {
  transactions,
  concurrency,
  seed,
  failureRate,
  sharedIdRate,
  memoryLimit: {
    least: memoryLimit.least / BYTES_PER_MB,
    most: memoryLimit.most / BYTES_PER_MB,
    whole: false,
  },
  samples,
  collectorSeconds: { least: 0.1, most: 24 * 60 * 60, whole: false, orNever: true },
};

export const FIELD_NAMES = Object.keys(FIELD_RANGES) as readonly FieldName[];

export interface WorkloadForm {
  /** The scenario's own workload. */
  readonly own: Workload;
  readonly typed: Readonly<Record<FieldName, Signal<string>>>;
  /** Sentences for the fields that do not work. */
  readonly problems: ReadonlySignal<Readonly<Partial<Record<FieldName, string>>>>;
  /** The workload as typed; `undefined` while a field does not work. */
  readonly workload: ReadonlySignal<Workload | undefined>;
  /** Whether anything differs from the scenario's own workload. */
  readonly changed: ReadonlySignal<boolean>;
  restore(): void;
}

export function createWorkloadForm(own: Workload, words: Strings['workbench']['workload']): WorkloadForm {
  const start = typedFrom(own);
  const typed = Object.fromEntries(FIELD_NAMES.map((name) => [name, signal(start[name])])) as Record<
    FieldName,
    Signal<string>
  >;
  const problems = computed(() => {
    const pairs = FIELD_NAMES.map((name) => [name, problemOf(typed[name].value, FIELD_RANGES[name], words)]);
    return Object.fromEntries(pairs.filter(([, problem]) => problem !== undefined)) as Partial<
      Record<FieldName, string>
    >;
  });
  const workload = computed(() => (Object.keys(problems.value).length > 0 ? undefined : workloadFrom(typed)));
  const changed = computed(() => FIELD_NAMES.some((name) => typed[name].value !== start[name]));
  const restore = () => batch(() => FIELD_NAMES.forEach((name) => (typed[name].value = start[name])));
  return { own, typed, problems, workload, changed, restore };
}

/** A sentence on what is wrong with a typed value; `undefined` when it works. */
export function problemOf(
  typed: string,
  { least, most, whole, orNever = false }: FieldRange,
  words: Pick<Strings['workbench']['workload'], 'whole' | 'between' | 'betweenOrNever'>,
): string | undefined {
  if (orNever && isEmpty(typed)) return undefined;
  const value = numberIn(typed);
  const good = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (good) return undefined;
  if (whole) return words.whole(countWords(least), countWords(most));
  return words[orNever ? 'betweenOrNever' : 'between'](String(least), String(most));
}

function isEmpty(typed: string): boolean {
  return typed.trim() === '';
}

/** A number as people type it, with thousands separated or not; `NaN` for anything else. */
function numberIn(typed: string): number {
  const plain = typed.trim().replace(/(?<=\d)[, _](?=\d{3})/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function typedFrom(workload: Workload): Readonly<Record<FieldName, string>> {
  return {
    transactions: String(workload.transactions),
    concurrency: String(workload.concurrency),
    seed: String(workload.seed),
    failureRate: String(workload.failureRate),
    sharedIdRate: String(workload.sharedIdRate),
    memoryLimit: String(workload.memoryLimit / BYTES_PER_MB),
    samples: String(workload.samples),
    collectorSeconds: String(workload.collectorSeconds ?? ''),
  };
}

function workloadFrom(typed: Readonly<Record<FieldName, Signal<string>>>): Workload {
  const value = (name: FieldName) => numberIn(typed[name].value);
  return {
    transactions: value('transactions'),
    concurrency: value('concurrency'),
    seed: value('seed'),
    failureRate: value('failureRate'),
    sharedIdRate: value('sharedIdRate'),
    memoryLimit: Math.round(value('memoryLimit') * BYTES_PER_MB),
    samples: value('samples'),
    collectorSeconds: isEmpty(typed.collectorSeconds.value) ? null : value('collectorSeconds'),
  };
}
