/** Examines one check after another, and waits for none longer than it allows. */

import { countWords } from '#src/chart/quantity-words.ts';
import { doctorWords } from '#src/strings/doctor-words.ts';
import type { Finding } from './judgements.ts';
import type { Check, CheckName } from './probes.ts';

/** What one check came to. */
export interface Examined extends Finding {
  readonly name: CheckName;
}

/** Calls back after each check. A check that throws, or gives no answer in its time, has failed. */
export async function examine(
  checks: readonly Check[],
  onExamined: (examined: Examined) => void,
): Promise<void> {
  for (const { name, seconds, look } of checks) {
    const finding = await Promise.race([Promise.resolve().then(look).catch(broken), silenceAfter(seconds)]);
    onExamined({ name, ...finding });
  }
}

function broken(error: unknown): Finding {
  return {
    outcome: 'fail',
    text: doctorWords().broke(error instanceof Error ? error.message : String(error)),
  };
}

function silenceAfter(seconds: number): Promise<Finding> {
  const finding: Finding = { outcome: 'fail', text: doctorWords().noAnswer(countWords(seconds)) };
  return new Promise((resolve) => setTimeout(resolve, 1000 * seconds, finding));
}
