/** What a run came to, in the few numbers that travel with it, and how two such runs differ. */

import * as v from 'valibot';

import { countOf } from '../analysis/judged-run.ts';
import { textMark } from '../learner-record/text-mark.ts';
import type { Failure, FailureKind, RunResult, VerdictKind } from '../record.ts';

const most = { name: 200, classes: 100, checks: 60 };

const name = v.pipe(v.string(), v.maxLength(most.name));
const count = v.pipe(
  v.number(),
  v.check((value) => Number.isFinite(value)),
);
/** One of these words. */
const oneOf = (words: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check((word) => words.includes(word)),
  );
const found = {
  kind: oneOf(['leak', 'bounded', 'flat', 'not enough data', 'crashed'] satisfies VerdictKind[]),
  /** Objects, or bytes. */
  perTransaction: count,
};
const failureKinds: readonly FailureKind[] = [
  ...(['compile', 'runtime', 'timeout', 'unresponsive'] as const),
  ...(['out-of-memory', 'contract', 'unreachable', 'broken'] as const),
];

/** What these numbers look like where they are kept. */
export const runNumbersSchema = v.object({
  /** Of the whole result: equal for results that are the same to the byte. */
  mark: v.pipe(
    v.string(),
    v.check((mark) => /^[\da-z]{1,13}$/.test(mark)),
  ),
  /** The last sample: transactions begun, virtual milliseconds, bytes that the program held. */
  transactions: count,
  virtualMs: count,
  bytes: count,
  /** Each class of the program, with its instances in the last sample and what the verdict says. */
  classes: v.pipe(
    v.array(v.object({ name, live: count, created: count, ...found })),
    v.maxLength(most.classes),
  ),
  /** The verdict on the program's bytes. */
  memory: v.object(found),
  failure: v.exactOptional(v.object({ kind: oneOf(failureKinds), transaction: v.exactOptional(count) })),
  checks: v.pipe(v.array(v.object({ id: name, passed: v.boolean() })), v.maxLength(most.checks)),
});

export type RunNumbers = v.InferOutput<typeof runNumbersSchema>;

/** The numbers of a run that has ended with a result. */
export function runNumbers(result: RunResult): RunNumbers {
  const { samples, verdict, failure, checks } = result;
  const last = samples.at(-1);
  const classes = Object.entries(verdict.classes).map(([className, { kind, perTransaction }]) => ({
    name: className,
    live: last === undefined ? 0 : countOf(last.live, className),
    created: last === undefined ? 0 : countOf(last.created, className),
    kind,
    perTransaction,
  }));
  const { kind, perTransaction } = verdict.bytes;
  return {
    mark: resultMark(result),
    transactions: last?.transactions ?? 0,
    virtualMs: last?.virtualMs ?? 0,
    bytes: last?.bytes ?? 0,
    classes,
    memory: { kind, perTransaction },
    ...(failure === undefined ? {} : { failure: failureOf(failure) }),
    checks: checks.map(({ id, passed }) => ({ id, passed })),
  };
}

function failureOf({ kind, transaction }: Failure): NonNullable<RunNumbers['failure']> {
  return transaction === undefined ? { kind } : { kind, transaction };
}

/** Of all that a result says but the time that it took, what the page calls the program, and the compiler's findings. */
function resultMark(result: RunResult): string {
  const { elapsedMs: _, program: _name, diagnostics: _found, ...measured } = result;
  return textMark(JSON.stringify(measured));
}

/** What can differ: of the whole run, of a class (`of` is its name), of a check (`of` is its id), or something that no number shows. */
export type Quantity =
  | 'transactions'
  | 'virtualMs'
  | 'bytes'
  | 'live'
  | 'created'
  | 'class verdict'
  | 'class rate'
  | 'memory verdict'
  | 'memory rate'
  | 'failure'
  | 'failed at'
  | 'check'
  | 'rest';

/** One number of the sender's against the reader's; `undefined` where one of them has none. */
export interface Difference {
  readonly what: Quantity;
  readonly of?: string;
  readonly sender?: number | string | boolean | undefined;
  readonly yours?: number | string | boolean | undefined;
}

/** What differs, in the order of its weight; nothing where two results are the same to the byte. */
export function differences(sender: RunNumbers, yours: RunNumbers): readonly Difference[] {
  const differing = [
    { what: 'failure', sender: sender.failure?.kind, yours: yours.failure?.kind } as const,
    { what: 'failed at', sender: sender.failure?.transaction, yours: yours.failure?.transaction } as const,
    ...classDifferences(sender, yours),
    { what: 'memory verdict', sender: sender.memory.kind, yours: yours.memory.kind } as const,
    {
      what: 'memory rate',
      sender: sender.memory.perTransaction,
      yours: yours.memory.perTransaction,
    } as const,
    ...(['bytes', 'transactions', 'virtualMs'] as const).map((what) => ({
      what,
      sender: sender[what],
      yours: yours[what],
    })),
    ...checkDifferences(sender, yours),
  ].filter((one) => one.sender !== one.yours);
  if (differing.length > 0 || sender.mark === yours.mark) return differing;
  return [{ what: 'rest' }];
}

type NumbersOfClass = RunNumbers['classes'][number];

function classDifferences(sender: RunNumbers, yours: RunNumbers): readonly Difference[] {
  const [theirs, own] = [sender, yours].map(
    ({ classes }) => new Map(classes.map((each) => [each.name, each])),
  );
  return [...new Set([...(theirs?.keys() ?? []), ...(own?.keys() ?? [])])].flatMap((of) => {
    const pair = [theirs?.get(of), own?.get(of)] as const;
    const differ = (what: Quantity, read: (one: NumbersOfClass) => number | string): Difference => {
      const [one, other] = pair.map((each) => each && read(each));
      return { what, of, sender: one, yours: other };
    };
    return [
      differ('live', ({ live }) => live),
      differ('created', ({ created }) => created),
      differ('class verdict', ({ kind }) => kind),
      differ('class rate', ({ perTransaction }) => perTransaction),
    ];
  });
}

function checkDifferences(sender: RunNumbers, yours: RunNumbers): readonly Difference[] {
  const [theirs, own] = [sender, yours].map(({ checks }) => new Map(checks.map((each) => [each.id, each])));
  return [...new Set([...(theirs?.keys() ?? []), ...(own?.keys() ?? [])])].map((of) => ({
    what: 'check',
    of,
    sender: theirs?.get(of)?.passed,
    yours: own?.get(of)?.passed,
  }));
}
