/** A run as a link carries it: a program, the workload it met, and what its sender saw. Anybody may have written such a link. */

import * as v from 'valibot';

import { packText, unpackText } from '../learner-record/packed-text.ts';
import type { Allowance, SteadyLoad, Workload } from '../record.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';
import { type BoundedField, workloadFault } from '../workload.ts';
import { linkWords } from './link-words.ts';
import { repeatableRunSchema } from '../learner-record/repeatable-run.ts';
import { runNumbersSchema } from './run-numbers.ts';

/** Characters of a link that are read, and bytes that they may unpack to: the longest programs of the course take a fiftieth of them. */
export const mostOfLink = { characters: 100_000, bytes: 250_000 };
const most = { program: 200_000, allowances: 50, instances: 1_000_000, name: 200 };

const steadySchema = v.object({ stragglers: v.number(), pace: v.number() });
const number = v.exactOptional(v.number());

/** A text of this form. */
const formed = (form: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text) => form.test(text)),
  );
const hash = formed(/^[\w-]{0,40}$/);
const className = v.pipe(v.string(), v.minLength(1), v.maxLength(most.name));

/** Whether it can be typed into the form and read back. */
function isAllowance({ className: name, most: count }: Allowance): boolean {
  const isName = name.length <= most.name && /^(?:[^,;()\p{Cc}]|\([^()\p{Cc}]*\))+$/u.test(name);
  return isName && Number.isInteger(count) && count >= 1 && count <= most.instances;
}

const sharedRunSchema = v.object({
  v: v.literal(1),
  /** Name of one of the scenario's own programs; absent where there is a source. */
  name: v.exactOptional(formed(/^[a-z][a-z-]{1,60}$/)),
  /** A program of somebody's own. */
  source: v.exactOptional(v.pipe(v.string(), v.maxLength(most.program))),
  /** What differs from the scenario's own workload; `null` for no steady load where the scenario has one. */
  workload: v.exactOptional(
    v.object({
      transactions: number,
      concurrency: number,
      seed: number,
      failureRate: number,
      sharedIdRate: number,
      memoryLimit: number,
      samples: number,
      collectorSeconds: v.exactOptional(v.nullable(v.number())),
      steady: v.exactOptional(v.nullable(steadySchema)),
    }),
  ),
  /** What the sender stated to be known and right. */
  allowances: v.exactOptional(
    v.pipe(
      repeatableRunSchema.entries.allowances.wrapped,
      v.maxLength(most.allowances),
      v.check((all) => all.every(isAllowance)),
    ),
  ),
  /** The view that the sender's chart showed. */
  view: v.exactOptional(
    v.pipe(
      v.object({ type: formed(/^(?:bytes|objects|survivors)$/), className: v.exactOptional(className) }),
      v.check((view) => (view.type === 'bytes') === (view.className === undefined)),
    ),
  ),
  /** Absent where the sender had not run it. */
  numbers: v.exactOptional(runNumbersSchema),
  /** The sender's version, as `playground/node/machine-hash.ts` makes it; empty where it is not known. */
  machineHash: hash,
  scenarioHash: hash,
});

export type SharedRun = Omit<v.InferOutput<typeof sharedRunSchema>, 'v'>;
export type WorkloadChanges = NonNullable<SharedRun['workload']>;

/** Why a text is no such link. */
export type LinkFault =
  | { readonly type: 'too large' }
  /** It was cut off, or changed on its way, or is no link of ours. */
  | { readonly type: 'unreadable' }
  | { readonly type: 'older' }
  | { readonly type: 'newer' }
  | { readonly type: 'workload'; readonly field: BoundedField }
  /** `place` is the path to the first value that is not as it should be, such as `numbers.bytes`. */
  | { readonly type: 'broken'; readonly place: string };

/** What a text was read as. */
export type ReadLink =
  | { readonly shared: SharedRun; readonly fault?: undefined }
  | { readonly shared?: undefined; readonly fault: LinkFault };

/** The part of an address that carries a run: letters, digits, `-`, `_`, `.`, behind `#run=`. */
export function runHash(scenario: string, shared: SharedRun): string {
  return `#run=${scenario}.${packText(JSON.stringify({ v: 1, ...shared }), linkWords)}`;
}

/** The scenario that such a part names, before anything else of it is read; `undefined` where it names none. */
export function scenarioInHash(hash: string): string | undefined {
  return /^#run=([\w-]{1,60})\./.exec(hash)?.[1];
}

/** Reads such a part, whoever wrote it. Never throws. */
export function readRunHash(hash: string): ReadLink {
  if (hash.length > mostOfLink.characters) return { fault: { type: 'too large' } };
  const packed = hash.slice(hash.indexOf('.') + 1);
  const text = unpackText(packed, mostOfLink.bytes, linkWords);
  if (text === undefined || scenarioInHash(hash) === undefined) return { fault: { type: 'unreadable' } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { type: 'unreadable' } };
  }
  return readShared(value);
}

function readShared(value: unknown): ReadLink {
  const version = (value as { readonly v?: unknown } | null)?.v;
  if (typeof version === 'number' && version > 1) return { fault: { type: 'newer' } };
  if (typeof version === 'number' && version < 1) return { fault: { type: 'older' } };
  const { success, output, issues } = v.safeParse(sharedRunSchema, value);
  if (!success) return { fault: { type: 'broken', place: v.getDotPath(issues[0]) ?? '' } };
  const { v: _, ...shared } = output;
  const { name, source, workload = {} } = shared;
  if ((name === undefined) === (source === undefined)) return { fault: { type: 'broken', place: 'program' } };
  const fault = workloadFault(workloadWith(usualWorkload, workload));
  return fault === undefined ? { shared } : { fault: { type: 'workload', field: fault.field } };
}

const plainFields = [
  ...(['transactions', 'concurrency', 'seed', 'failureRate', 'sharedIdRate'] as const),
  ...(['memoryLimit', 'samples', 'collectorSeconds'] as const),
];

/** What of a workload differs from the scenario's own. */
export function workloadChanges(workload: Workload, own: Workload): WorkloadChanges {
  const differing = plainFields.filter((field) => workload[field] !== own[field]);
  const changes: WorkloadChanges = Object.fromEntries(differing.map((field) => [field, workload[field]]));
  return isSameLoad(workload.steady, own.steady) ? changes : { ...changes, steady: workload.steady ?? null };
}

/** The scenario's own workload with what was changed of it. */
export function workloadWith(own: Workload, { steady, ...changes }: WorkloadChanges): Workload {
  const { steady: ownLoad, ...rest } = own;
  const load = steady === undefined ? ownLoad : (steady ?? undefined);
  return { ...rest, ...changes, ...(load === undefined ? {} : { steady: load }) };
}

function isSameLoad(one: SteadyLoad | undefined, other: SteadyLoad | undefined): boolean {
  return one?.stragglers === other?.stragglers && one?.pace === other?.pace;
}
