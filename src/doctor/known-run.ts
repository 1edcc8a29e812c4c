/** Runs a program of the course in this browser, and compares with what was recorded when the site was built. */

import type { Failure, RunResult } from '#playground/record.ts';
import { loadingFailure } from '#playground/worker/loading.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { doctorWords } from '#src/strings/doctor-words.ts';
import { loadMachineWords, pageMachineWords } from '#src/strings/machine-words.ts';
import { newMachine } from '#src/workbench/store/machine.ts';
import { fetchBundle } from '#src/workbench/store/scenario-bundle.ts';
import { type Finding, passed } from './judgements.ts';

/** `lab` is the path of the scenario's file under the site's root. */
export async function runOnce(root: string, lab: string, scenario: string): Promise<Finding> {
  const { run: words } = doctorWords();
  await loadMachineWords();
  const bundle = await fetchBundle(lab, scenario).catch(loadingFailure);
  if ('kind' in bundle) return judgeFailure(bundle, root);
  const { programs, workload } = bundle;
  const { compiled, diagnostics, recorded } = programs.leaky;
  const client = newMachine();
  try {
    const result = await new Promise<RunResult | Failure>((resolve) => {
      const request = { scenario, program: 'leaky', compiled, diagnostics, workload, checks: false };
      client.run(request, (event) => {
        if (event.type === 'finished') resolve(event.result);
        else if (event.type === 'lost') resolve(event.failure);
      });
    });
    if ('kind' in result) return judgeFailure(result, root);
    if (!isAlike(result, recorded)) return { outcome: 'fail', text: words.differs };
    return passed(words.pass(...numbersOf(result)));
  } finally {
    client.dispose();
  }
}

function judgeFailure({ kind, fault = 'connection', what }: Failure, root: string): Finding {
  const { run: words, asks } = doctorWords();
  if (kind !== 'unreachable')
    return { outcome: 'fail', text: words.broken(pageMachineWords().failureWords({ what })) };
  const isOfFile = fault === 'connection' || fault === 'answer';
  return { outcome: 'fail', text: words.faults[fault], ...(isOfFile ? { ask: asks.folder(root) } : {}) };
}

/** Everything but the time that it took is the same on every machine. */
function isAlike({ samples, verdict }: RunResult, recorded: RunResult): boolean {
  return JSON.stringify([samples, verdict]) === JSON.stringify([recorded.samples, recorded.verdict]);
}

/** Transactions, objects alive at the end, and samples. */
function numbersOf({ samples, workload }: RunResult): [string, string, string] {
  const alive = Object.values(samples.at(-1)?.live ?? {}).reduce((sum, count) => sum + count, 0);
  return [countWords(workload.transactions), countWords(alive), countWords(samples.length)];
}
