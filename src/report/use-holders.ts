/** What the reader types about the registries of their own service: at once on the page, and kept as it is typed. */

import { useEffect, useState } from 'preact/hooks';

import { whyNothingIsKept } from '#src/kept/browser-storage.ts';
import { type Holder, nextHolder, onHoldersElsewhere, readHolders, writeHolders } from './kept-holders.ts';

/** A holder that was removed, and where it stood. */
interface Removed {
  readonly holder: Holder;
  readonly at: number;
}

export interface Holders {
  readonly holders: readonly Holder[];
  /** Whether what is typed goes when the page goes. */
  readonly isLost: boolean;
  /** The holder that was removed last, until it is put back or another change is made. */
  readonly removed: Removed | undefined;
  readonly add: () => void;
  readonly write: (id: number, name: string, answer: string) => void;
  readonly remove: (holder: Holder) => void;
  readonly undo: () => void;
}

export function useHolders(): Holders {
  const [holders, setHolders] = useState(readHolders);
  const [isLost, setLost] = useState(() => whyNothingIsKept() !== undefined);
  const [removed, setRemoved] = useState<Removed>();
  useEffect(() => onHoldersElsewhere(() => setHolders(readHolders())), []);
  const keep = (changed: readonly Holder[]): void => {
    setHolders(changed);
    setLost(writeHolders(changed) !== undefined);
  };
  return {
    holders,
    isLost,
    removed,
    add: () => {
      setRemoved(undefined);
      keep([...holders, nextHolder(holders)]);
    },
    write: (id, name, answer) =>
      keep(
        holders.map((holder) =>
          holder.id === id ? { id, answers: { ...holder.answers, [name]: answer } } : holder,
        ),
      ),
    remove: (holder) => {
      setRemoved({ holder, at: holders.indexOf(holder) });
      keep(holders.filter(({ id }) => id !== holder.id));
    },
    undo: () => {
      if (removed === undefined) return;
      keep(holders.toSpliced(removed.at, 0, removed.holder));
      setRemoved(undefined);
    },
  };
}
