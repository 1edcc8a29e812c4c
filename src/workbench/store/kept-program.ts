/** The reader's own versions of each scenario's program in this browser's storage. */

import * as v from 'valibot';

import type { NotKept } from '#src/kept/browser-storage.ts';
import { keptList } from '#src/kept/browser-storage.ts';
import type { Versions } from './versions.ts';

export interface KeptProgram extends Versions {
  /** Whether mine was the one in view. */
  readonly shown: boolean;
}

/** What a browser keeps of one scenario's program. */
export interface ProgramShelf {
  /** What is kept now; `undefined` where that is nothing that we can read. */
  read(): KeptProgram | undefined;
  /** Keeps a program in place of what `read` gives. Says why, where that cannot be. */
  write(program: KeptProgram): NotKept | undefined;
  onWrittenElsewhere(listener: () => void): void;
}

/** Longest version that is kept, in characters: the compiler takes no longer ones. */
export const longestKept = 200_000;

const text = v.fallback(v.optional(v.string()), undefined);

/** An entry of version 2, or of the first format, which had no version, `source` for `mine`, and one earlier text. */
const programSchema = v.object({
  v: v.optional(v.literal(2)),
  mine: text,
  source: text,
  earlier: v.fallback(v.array(text), (broken) => (typeof broken?.value === 'string' ? [broken.value] : [])),
  shown: v.fallback(v.boolean(), false),
});

export function programShelf(scenario: string): ProgramShelf {
  const list = keptList(`leak-lab:mine:${scenario}`, programIn);
  return {
    read: () => list.read().findLast(({ known }) => known !== undefined)?.known,
    write: ({ mine, earlier, shown }) => {
      if (isTooLong(mine ?? '')) return 'too large';
      const known = { mine, earlier: earlier.filter((version) => !isTooLong(version)), shown };
      const others = list.read().filter((entry) => entry.known === undefined);
      const isEmpty = mine === undefined && known.earlier.length === 0;
      return list.write(isEmpty ? others : [...others, { raw: { v: 2, ...known }, known }]);
    },
    onWrittenElsewhere: list.onWrittenElsewhere,
  };
}

const isTooLong = (source: string): boolean => source.length > longestKept;

function programIn(raw: unknown): KeptProgram | undefined {
  const { success, output } = v.safeParse(programSchema, raw);
  if (!success || (output.v === undefined && output.source === undefined)) return undefined;
  const { mine, source, earlier, shown } = output;
  return {
    mine: output.v === undefined ? source : mine,
    earlier: earlier.filter((version) => version !== undefined),
    shown,
  };
}
