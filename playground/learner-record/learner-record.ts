/** A learner's record: what one reader has done, in one file that anybody may check by running its programs again. */

import * as v from 'valibot';

import { packText, unpackText } from './packed-text.ts';
import { type RepeatableRun, repeatableRunSchema } from './repeatable-run.ts';

/** The most that is read: a record of a finished course takes a thirtieth of it, and a program the compiler takes a tenth. */
export const mostBytes = { record: 1_000_000, program: 200_000 };
/** The most events that are read. */
export const mostEvents = 10_000;
const most = { name: 80, id: 120, passes: 500, events: mostEvents, allowances: 50 };

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(most.id));
/** The last moment that a date can name (ECMA-262, time values). */
const lastTime = 8.64e15;
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(lastTime));

const packedRunSchema = v.object({
  ...repeatableRunSchema.entries,
  /** As `packText` makes it. */
  program: v.pipe(
    v.string(),
    v.check((packed) => unpackText(packed, mostBytes.program) !== undefined),
  ),
  allowances: v.exactOptional(
    v.pipe(repeatableRunSchema.entries.allowances.wrapped, v.maxLength(most.allowances)),
  ),
  scenarioHash: v.pipe(v.string(), v.maxLength(most.id)),
  machineHash: v.pipe(v.string(), v.maxLength(most.id)),
});

const passSchema = v.object({
  /** Slug of the chapter; absent where it was passed in the free playground of the scenario. */
  chapter: v.exactOptional(id),
  scenario: id,
  /** Milliseconds since 1970. */
  at: time,
  /** The family of fix as the machine named it to the reader; empty for none. */
  fix: v.pipe(v.string(), v.maxLength(500)),
  /** Absent where the browser had no room for it. */
  run: v.exactOptional(packedRunSchema),
});

/** Events by the chapter in which they happened, which each then leaves out; those of no chapter stand under the empty name. */
type EventsByChapter = Readonly<Record<string, readonly unknown[]>>;

/**
 * The record once its events are in one list, as they are in files of version 1; a file of version 2 names each chapter once.
 * Fields that the schema does not name are left out when a record is read.
 */
export const learnerRecordSchema = v.object({
  format: v.literal('leak-lab-record'),
  version: v.picklist([1, 2]),
  /** When the file was made: milliseconds since 1970. */
  made: time,
  /** What the reader typed for it, and nothing else; absent where nothing was typed. */
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(most.name))),
  passes: v.pipe(v.array(passSchema), v.maxLength(most.passes)),
  /** What else the reader did, each as the browser keeps it: one that a version of the site cannot read is passed over. */
  events: v.pipe(v.array(v.unknown()), v.maxLength(most.events)),
});

export type LearnerRecord = v.InferOutput<typeof learnerRecordSchema>;
/** A challenge that was passed. */
export type RecordedPass = v.InferOutput<typeof passSchema>;

/** Why a text is no record. */
export type RecordFault =
  /** There is no such file, or it may not be read. */
  | { readonly type: 'unreadable' }
  | { readonly type: 'too large'; readonly most: number }
  | { readonly type: 'no json' }
  | { readonly type: 'another file' }
  | { readonly type: 'newer' }
  /** `place` is the path to the first value that is not as it should be, such as `passes.0.at`. */
  | { readonly type: 'broken'; readonly place: string };

/** What a text was read as. */
export type ReadRecord =
  | { readonly record: LearnerRecord; readonly fault?: undefined }
  | { readonly record?: undefined; readonly fault: RecordFault };

/** Reads a record that anybody may have made. Never throws. */
export function readRecord(text: string): ReadRecord {
  if (text.length > mostBytes.record) return { fault: { type: 'too large', most: mostBytes.record } };
  let value: unknown;
  try {
    // A byte order mark is no JSON, and some editors write one.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: { type: 'no json' } };
  }
  const { format, version } = (value ?? {}) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'leak-lab-record') return { fault: { type: 'another file' } };
  if (typeof version === 'number' && version > 2) return { fault: { type: 'newer' } };
  const { success, output, issues } = v.safeParse(learnerRecordSchema, withOneList(value));
  if (success) return { record: output };
  return { fault: { type: 'broken', place: v.getDotPath(issues[0]) ?? '' } };
}

/** The text of a record's file, from which `readRecord` gives the same record; the events come chapter by chapter. */
export function recordText(record: LearnerRecord): string {
  return JSON.stringify({ ...record, version: 2, events: byChapter(record.events) });
}

function byChapter(events: readonly unknown[]): EventsByChapter {
  const chapters = new Map<string, unknown[]>();
  for (const event of events) {
    const [chapter, rest] = withoutChapter(event);
    const same = chapters.get(chapter);
    if (same === undefined) chapters.set(chapter, [rest]);
    else same.push(rest);
  }
  return Object.fromEntries(chapters);
}

/** What happened in no chapter, or is no event, stays as it is under the empty name. */
function withoutChapter(event: unknown): readonly [chapter: string, rest: unknown] {
  const { chapter, ...rest } = (event ?? {}) as { readonly chapter?: unknown };
  // Slugs of chapters have a slash, and so none is a name that every object has.
  const isSlug = typeof chapter === 'string' && chapter.includes('/') && chapter.length <= most.id;
  return isSlug ? [chapter, rest] : ['', event];
}

/** A file of either version with its events in one list. */
function withOneList(file: unknown): unknown {
  const { events } = file as { readonly events?: unknown };
  if (typeof events !== 'object' || events === null || Array.isArray(events)) return file;
  return { ...(file as object), events: Object.entries(events).flatMap(ofChapter) };
}

function ofChapter([chapter, events]: readonly [chapter: string, events: unknown]): unknown[] {
  // What is no list stands for an event that nobody can read.
  if (!Array.isArray(events)) return [events];
  if (chapter === '') return events as unknown[];
  return events.map((event: unknown) => (typeof event === 'object' ? { ...event, chapter } : event));
}

type PackedRun = NonNullable<RecordedPass['run']>;

/** A run as a record holds it. */
export function packedRun(run: RepeatableRun): PackedRun {
  return { ...run, program: packText(run.program) };
}

/** The run of a record that was read. */
export function unpackedRun(run: PackedRun): RepeatableRun {
  return { ...run, program: unpackText(run.program, mostBytes.program) ?? '' };
}
