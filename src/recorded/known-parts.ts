/** Finds what a program shares with programs that its reader knows: classes, members, functions, imports. */

import { diffArrays } from 'diff';

import { type Part, partsOf } from './program-parts.ts';

/** A program that was read before, with the number of its chapter. */
export interface KnownProgram {
  readonly chapter: number;
  readonly source: string;
}

/** Lines of a program that its reader knows. Line numbers count from 1; `to` is the last one. */
export interface KnownLines {
  readonly from: number;
  readonly to: number;
  /** What the parts on these lines are called, in their order: `Logger`, `addCreateQuery`, `#tables`. */
  readonly names: readonly string[];
  /** The last chapter that has them all; else the last one for each, in reading order. */
  readonly chapters: readonly number[];
  /** Whether one of the parts is not quite as it was: it logs in another way, say. */
  readonly nearly: boolean;
}

/** A part with the chapters that have it, in reading order. */
interface KnownPart {
  readonly part: Part;
  readonly chapters: readonly number[];
  readonly nearly: boolean;
}

/** To fold fewer lines than this would hide more than it saves. */
const fewestLines = 6;
/** Of the tokens of two parts with one name, the share that both have where they are nearly the same: `this.#log.debug(…)` or `this.#debug(…)`. */
const nearlyAll = 0.95;

/**
 * The known lines of a program, whatever its spaces and comments. What the fixed program changes is not among them: that
 * is what a chapter is about. `before` stands in reading order.
 */
export function knownLines(
  source: string,
  before: readonly KnownProgram[],
  fixed: string,
): readonly KnownLines[] {
  const kept = new Set(withMembers(partsOf(fixed)).map(textOf));
  const earlier = before.map(({ chapter, source }) => ({ chapter, parts: withMembers(partsOf(source)) }));
  const known = (part: Part): readonly KnownPart[] => {
    const chaptersWith = (isSame: (one: Part) => boolean): readonly number[] =>
      kept.has(textOf(part))
        ? earlier.filter(({ parts }) => parts.some(isSame)).map((each) => each.chapter)
        : [];
    const equal = chaptersWith((one) => textOf(one) === textOf(part));
    if (equal.length > 0) return [{ part, chapters: equal, nearly: false }];
    const near = chaptersWith((one) => isNearly(one, part));
    return near.length > 0 ? [{ part, chapters: near, nearly: true }] : part.members.flatMap(known);
  };
  const lines = source.split('\n');
  return runsOf(partsOf(source).flatMap(known), (from, to) => lines.slice(from, to).join('').trim() === '')
    .map(linesOf)
    .filter(({ from, to }) => to - from + 1 >= fewestLines);
}

/** Known parts with nothing between them, together. */
function runsOf(
  parts: readonly KnownPart[],
  isBlank: (from: number, to: number) => boolean,
): readonly KnownPart[][] {
  const runs: KnownPart[][] = [];
  for (const each of parts) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && isBlank(last.part.to, each.part.from - 1)) run?.push(each);
    else runs.push([each]);
  }
  return runs;
}

function linesOf(run: readonly KnownPart[]): KnownLines {
  return {
    from: run[0]?.part.from ?? 0,
    to: run.at(-1)?.part.to ?? 0,
    names: run.map(({ part }) => part.name),
    chapters: fewestChapters(run.map(({ chapters }) => chapters)),
    nearly: run.some(({ nearly }) => nearly),
  };
}

function fewestChapters(ofParts: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = ofParts;
  const common = first.findLast((chapter) => others.every((chapters) => chapters.includes(chapter)));
  if (common !== undefined) return [common];
  return [...new Set(ofParts.flatMap((chapters) => chapters.at(-1) ?? []))].toSorted((a, b) => a - b);
}

function isNearly(one: Part, other: Part): boolean {
  if (one.name !== other.name || one.members.length + other.members.length > 0) return false;
  const changes = diffArrays([...one.tokens], [...other.tokens]);
  const common = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { count }) => sum + count, 0);
  return (2 * common) / (one.tokens.length + other.tokens.length) >= nearlyAll;
}

function withMembers(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [part, ...part.members]);
}

function textOf({ tokens }: Part): string {
  return tokens.join(' ');
}
