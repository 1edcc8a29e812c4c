/** Asks the server for a file of the site as a new visitor would, past the browser's cache, and keeps what came with it. */

import type { Answered } from './judgements.ts';

/** What came; `undefined` where nothing did. Headers are those that a page may see of its own origin, which is nearly all. */
export async function askServer(address: string): Promise<Answered | undefined> {
  try {
    const response = await fetch(address, { cache: 'reload' });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { address, status: response.status, headers: new Map(response.headers), bytes };
  } catch {
    return undefined;
  }
}

/** Bytes of a body as it was sent, by the browser's own record of the last fetch; 0 where it does not tell. */
export function sentBytes(address: string): number {
  const entry = performance.getEntriesByName(new URL(address, location.href).href).at(-1);
  return entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0;
}
