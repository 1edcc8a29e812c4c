/** Why nothing runs, in words: what could not be loaded is never the program's fault. */

import { LoadingError } from '#playground/worker/loading.ts';
import type { Failure } from '#playground/record.ts';
import type { VerdictWords } from '#src/chart/run-words.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { scriptFault } from './fetch-file.ts';

/** Whether a failure is the machine's and none of the program's. */
export function isOfMachine({ kind }: Failure): boolean {
  return kind === 'unreachable' || kind === 'broken';
}

/** Headline and reason of a run that ended without a result. */
export function lossWords({ kind, fault = 'connection', what }: Failure): VerdictWords {
  const words = workbenchWords();
  const headline = words.failure[kind];
  if (kind === 'unreachable') return { headline, reason: words.unreachable[fault] };
  const reason = pageMachineWords().failureWords({ what });
  return { headline, reason: kind === 'broken' ? words.state.broken(reason) : reason };
}

/** The sentence for what a run needs beside the machine: the scenario's file, or a module of the page. */
export async function troubleWords(error: unknown): Promise<string> {
  const words = workbenchWords();
  const fault = error instanceof LoadingError ? error.fault : await moduleFault(error);
  return `${words.failure.unreachable}. ${words.unreachable[fault]}`;
}

/** Browsers name the address of a module that they could not load in the error's message, if anywhere. */
async function moduleFault(error: unknown): Promise<LoadingError['fault']> {
  const [address] = /https?:\S+/.exec(String(error)) ?? [];
  return address === undefined ? 'connection' : scriptFault(address);
}
