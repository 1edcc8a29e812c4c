/** The reader's own versions of each scenario's program in this browser's storage. */

import * as v from 'valibot';

import type { Entry, NotKept } from '#src/kept/browser-storage.ts';
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

const text = v.string();
const shown = v.fallback(v.boolean(), false);
const optionalText = v.fallback(v.optional(text), undefined);

const programSchema = v.union([
  v.object({
    v: v.literal(2),
    mine: optionalText,
    earlier: v.fallback(v.array(v.fallback(text, '')), []),
    shown,
  }),
  /** The first format had no version. */
  v.object({ v: v.optional(v.undefined()), source: text, earlier: optionalText, shown }),
]);

type Stored = v.InferOutput<typeof programSchema>;

export function programShelf(scenario: string): ProgramShelf {
  const list = keptList(`leak-lab:mine:${scenario}`, programSchema);
  return {
    read: () => {
      const known = list.read().flatMap((entry) => entry.known ?? []);
      const last = known.at(-1);
      return last === undefined ? undefined : fromStored(last);
    },
    write: ({ mine, earlier, shown: isShown }) => {
      if (isTooLong(mine ?? '')) return 'too large';
      const short = earlier.filter((version) => !isTooLong(version));
      const known: Stored = { v: 2, mine, earlier: short, shown: isShown };
      const others: readonly Entry<Stored>[] = list.read().filter((entry) => entry.known === undefined);
      const isEmpty = mine === undefined && short.length === 0;
      return list.write(isEmpty ? others : [...others, { raw: known, known }]);
    },
    onWrittenElsewhere: list.onWrittenElsewhere,
  };
}

const isTooLong = (source: string): boolean => source.length > longestKept;

function fromStored(stored: Stored): KeptProgram {
  const { mine, earlier } =
    stored.v === 2
      ? stored
      : { mine: stored.source, earlier: stored.earlier === undefined ? [] : [stored.earlier] };
  return { mine, earlier: earlier.filter((one) => one !== ''), shown: stored.shown };
}
