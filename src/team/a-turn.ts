/** A turn for whatever else the page has to do: to draw, and to answer its reader. */

/** Resolves in a task of its own. */
export function aTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
