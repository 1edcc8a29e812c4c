/** What a reader is told, for tests of it: findings and checks with their sentences in English. */

import type { CheckResult, Finding } from '../record.ts';
import { machineWords } from '../words/words.ts';

const words = machineWords('en');

/** A finding whose reason is a sentence. */
export function inWords<F extends Finding>(finding: F): Omit<F, 'reason'> & { readonly reason: string } {
  return { ...finding, reason: reasonOf(finding) };
}

/** The reason of a finding as a sentence; none without a finding. */
export function reasonOf(finding: Finding | undefined): string {
  return finding === undefined ? '' : words.reasonWords(finding.reason);
}

/** What a check says, in sentences. */
export function messageOf({ message }: Pick<CheckResult, 'message'>): string {
  return words.checkWords(message);
}
