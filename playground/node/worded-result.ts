/** A result as `--json` prints it: what the machine tells as data stands there in English, under `message`. */

import type { Breach } from '../protocol.ts';
import { en } from '../words/en/en.ts';
import type { LabResult } from './report.ts';

/** The same with a sentence in place of the data that it is made of. */
type Worded<T> = Omit<T, 'what'> & { readonly message: string };

/** What is printed in place of a result. */
export type WordedResult = Omit<LabResult, 'breaches'> & { readonly breaches: readonly Worded<Breach>[] };

/** The whole result, its fields in the order in which they were. */
export function wordedResult(result: LabResult): WordedResult {
  return { ...result, breaches: result.breaches.map(wordedBreach) };
}

export function wordedBreach({ kind, what, ...seen }: Breach): Worded<Breach> {
  return { kind, message: en.breachWords({ what }), ...seen };
}
