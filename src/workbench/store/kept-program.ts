/** The reader's own versions of each scenario's program in this browser's storage. */

import * as v from 'valibot';

import { keptList, type NotKept } from '#src/kept/browser-storage.ts';
import { keyOf } from '#src/kept/keys.ts';
import { joinedBy, type Versions } from './versions.ts';

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
const shown = v.fallback(v.boolean(), false);

const programSchema = v.object({
  v: v.literal(2),
  mine: text,
  earlier: v.fallback(v.array(text), []),
  shown,
});

/** An entry of the first format, which had no version. */
const firstSchema = v.object({ v: v.optional(v.undefined()), source: v.string(), earlier: text, shown });

export function programShelf(scenario: string): ProgramShelf {
  const former = { key: `leak-lab:mine:${scenario}`, renew: renewed };
  const list = keptList(keyOf('program', scenario), programIn, former);
  return {
    read: () =>
      list.read().reduce<KeptProgram | undefined>((before, { known }) => joined(before, known), undefined),
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

/** The newer of two, which has the older one's versions behind it: pages of two versions of the site may each have kept one. */
function joined(older: KeptProgram | undefined, newer: KeptProgram | undefined): KeptProgram | undefined {
  if (older === undefined || newer === undefined) return newer ?? older;
  return { ...joinedBy(newer, older, undefined), shown: newer.shown };
}

const isTooLong = (source: string): boolean => source.length > longestKept;

function programIn(raw: unknown): KeptProgram | undefined {
  const { success, output } = v.safeParse(programSchema, raw);
  if (!success) return undefined;
  const { mine, earlier, shown } = output;
  return { mine, earlier: earlier.filter((version) => version !== undefined), shown };
}

/** An entry of the first format as it is written now; any other as it is. */
function renewed(raw: unknown): unknown {
  const { success, output } = v.safeParse(firstSchema, raw);
  if (!success) return raw;
  const { source, earlier, shown } = output;
  return { v: 2, mine: source, earlier: earlier === undefined ? [] : [earlier], shown };
}
