/** Fetches the files of a playground; one that cannot be had is told by what came in the way. */

import { LoadingError } from '#playground/worker/loading.ts';
import type { LoadingFault } from '#playground/record.ts';

/** Addresses whose last answer was none that could be used: the browser may have kept it. */
const doubtful = new Set<string>();

/** The answer of the server, if it is a file. Throws a `LoadingError`. */
export async function fetchFile(address: string): Promise<Response> {
  const cache = doubtful.delete(address) ? 'reload' : 'default';
  const response = await received(fetch(address, { cache }), address);
  if (response.ok) return response;
  throw unusable(address, [404, 410].includes(response.status) ? 'outdated' : 'answer');
}

/** What the file holds, if it is what `isRight` asks for. Throws a `LoadingError`. */
export async function fetchJson<T>(address: string, isRight: (value: unknown) => value is T): Promise<T> {
  const text = await received((await fetchFile(address)).text(), address);
  try {
    const value: unknown = JSON.parse(text);
    if (isRight(value)) return value;
  } catch {
    // Not JSON, or not of the shape that is looked at: either way not the file.
  }
  throw unusable(address, 'answer');
}

/** The error for a file that came and is of no use; it is asked for anew, past the browser's cache, the next time. */
export function unusable(address: string, fault: LoadingFault): LoadingError {
  doubtful.add(address);
  return new LoadingError(fault, { type: 'not the file', address });
}

/** Why a script does not run, which browsers do not say: it is asked for once more, past the cache. */
export async function scriptFault(address: string): Promise<LoadingFault> {
  doubtful.add(address);
  try {
    const { headers } = await fetchFile(address);
    return headers.get('content-type')?.includes('javascript') ? 'worker' : 'answer';
  } catch (error) {
    return error instanceof LoadingError ? error.fault : 'connection';
  }
}

async function received<T>(asked: Promise<T>, address: string): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new LoadingError('connection', { type: 'not fetched', address });
  }
}
