/** Gathers what arrives between two frames, so that a stream of messages costs the page one update a frame. */

export interface FrameBatch<T> {
  add(item: T): void;
  /** Delivers at once what has gathered. */
  flush(): void;
}

/** Calls `deliver` with all items of a frame; at once when the page is hidden, where no frame would come. */
export function createFrameBatch<T>(deliver: (items: readonly T[]) => void): FrameBatch<T> {
  let items: T[] = [];
  let frame: number | undefined;
  const flush = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    if (items.length === 0) return;
    const gathered = items;
    items = [];
    deliver(gathered);
  };
  return {
    add: (item) => {
      items.push(item);
      if (document.hidden) flush();
      else frame ??= requestAnimationFrame(flush);
    },
    flush,
  };
}
