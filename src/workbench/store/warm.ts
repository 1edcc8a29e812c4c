/** Gets the machine ready before it is asked for, where that costs the reader nothing. */

/** Once the page has nothing better to do; under Save-Data not before a run is asked for. */
export function warmWhenIdle(): void {
  if (savesData()) return;
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(warmNow);
  else setTimeout(warmNow, 200);
}

/** A failure shows when a run is asked for, not here. */
function warmNow(): void {
  import('./machine.ts').then(({ machine }) => machine().warm()).catch(() => undefined);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
