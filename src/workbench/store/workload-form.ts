/** The workload that a reader asks for: its fields as typed, and the workload once all of them are good. */

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import { readAllowances } from '#playground/words/allowance.ts';
import { mebibyte } from '#playground/words/byte-words.ts';
import type { Allowance, Workload } from '#playground/record.ts';
import { type BoundedField, bounds } from '#playground/workload.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { machineWordsOnceHere } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';

/** A field that takes a number. */
export type FieldName = BoundedField;

export interface FieldRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** Whether an empty field means never, or none. */
  readonly orNever?: boolean;
}

const { memoryLimit, collectorSeconds, stragglers } = bounds;

/** What the machine accepts; the memory limit in MiB. Without a number there is no collector, and no steady load. */
export const fieldRanges: Readonly<Record<FieldName, FieldRange>> = {
  ...bounds,
  memoryLimit: {
    least: memoryLimit.least / mebibyte,
    most: memoryLimit.most / mebibyte,
    whole: false,
  },
  collectorSeconds: { ...collectorSeconds, orNever: true },
  stragglers: { ...stragglers, orNever: true },
};

export const fieldNames = Object.keys(fieldRanges) as readonly FieldName[];

export interface WorkloadForm {
  /** The scenario's own workload. */
  readonly own: Workload;
  readonly typed: Readonly<Record<FieldName, Signal<string>>>;
  /** A workload as a reader would type it. */
  readonly typedFrom: (workload: Workload) => Readonly<Record<FieldName, string>>;
  /** Sentences for the fields that do not work. */
  readonly problems: ReadonlySignal<Readonly<Partial<Record<FieldName, string>>>>;
  /** The workload as typed; `undefined` while a field does not work. */
  readonly workload: ReadonlySignal<Workload | undefined>;
  /** Whether anything differs from the scenario's own workload. */
  readonly changed: ReadonlySignal<boolean>;
  /** Whether the workload is exactly that of a trial that was taken over. */
  readonly isTrial: ReadonlySignal<boolean>;
  /** What the reader states to be known and right, as typed; no part of the workload. */
  readonly known: Signal<string>;
  /** The same, read; or a sentence on what cannot be read. */
  readonly allowances: ReadonlySignal<readonly Allowance[] | undefined>;
  readonly knownProblem: ReadonlySignal<string | undefined>;
  /** Fills in the workload of a trial. */
  takeTrial(workload: Workload): void;
  restore(): void;
}

export function createWorkloadForm(own: Workload): WorkloadForm {
  const start = typedFrom(own);
  const typed = Object.fromEntries(fieldNames.map((name) => [name, signal(start[name])])) as Record<
    FieldName,
    Signal<string>
  >;
  const trial = signal<Workload | undefined>(undefined);
  const isTyped = (values: Typed) => fieldNames.every((name) => typed[name].value === values[name]);
  const fill = (values: Typed) => fieldNames.forEach((name) => (typed[name].value = values[name]));
  const take = (workload: Workload | undefined) =>
    batch(() => {
      trial.value = workload;
      fill(workload === undefined ? start : typedFrom(workload));
    });
  const problems = computed(() => {
    const pairs = fieldNames.map((name) => [name, problemOf(typed[name].value, fieldRanges[name])]);
    return Object.fromEntries(pairs.filter(([, problem]) => problem !== undefined)) as Partial<
      Record<FieldName, string>
    >;
  });
  const isTrial = computed(() => trial.value !== undefined && isTyped(typedFrom(trial.value)));
  const workload = computed(() => {
    if (isTrial.value) return trial.value;
    return Object.keys(problems.value).length > 0 ? undefined : workloadFrom(typed);
  });
  const known = signal('');
  const read = computed(() => readAllowances(known.value));
  return {
    own,
    typed,
    typedFrom,
    problems,
    workload,
    changed: computed(() => !isTyped(start)),
    isTrial,
    known,
    allowances: computed(() => read.value.allowances),
    knownProblem: computed(() => {
      const { fault } = read.value;
      return fault === undefined
        ? undefined
        : (machineWordsOnceHere()?.allowanceFaultWords(fault) ?? workbenchWords().workload.fix);
    }),
    takeTrial: take,
    restore: () => take(undefined),
  };
}

/** A sentence on what is wrong with a typed value; `undefined` when it works. */
export function problemOf(
  typed: string,
  { least, most, whole, orNever = false }: FieldRange,
): string | undefined {
  if (orNever && isEmpty(typed)) return undefined;
  const value = numberIn(typed);
  const good = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (good) return undefined;
  const words = workbenchWords().workload;
  if (whole) return words[orNever ? 'wholeOrNone' : 'whole'](countWords(least), countWords(most));
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

type Typed = Readonly<Record<FieldName, string>>;

function typedFrom(workload: Workload): Typed {
  return {
    transactions: String(workload.transactions),
    concurrency: String(workload.concurrency),
    seed: String(workload.seed),
    failureRate: String(workload.failureRate),
    sharedIdRate: String(workload.sharedIdRate),
    memoryLimit: String(workload.memoryLimit / mebibyte),
    samples: String(workload.samples),
    collectorSeconds: String(workload.collectorSeconds ?? ''),
    stragglers: String(workload.steady?.stragglers ?? ''),
    pace: String(workload.steady?.pace ?? 1),
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
    memoryLimit: Math.round(value('memoryLimit') * mebibyte),
    samples: value('samples'),
    collectorSeconds: isEmpty(typed.collectorSeconds.value) ? null : value('collectorSeconds'),
    ...(isEmpty(typed.stragglers.value)
      ? {}
      : { steady: { stragglers: value('stragglers'), pace: value('pace') } }),
  };
}
