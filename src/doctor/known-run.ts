/** Runs a program of the course in this browser, and compares with what was recorded when the site was built. */

import type { RunResult } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { doctorWords } from '#src/strings/doctor-words.ts';
import { loadMachineWords } from '#src/strings/machine-words.ts';
import { lossWords } from '#src/workbench/store/loading-words.ts';
import { newMachine } from '#src/workbench/store/machine.ts';
import { fetchBundle } from '#src/workbench/store/scenario-bundle.ts';
import { type Finding, passed } from './judgements.ts';

/** The scenario's file is given by its path under the site's root. */
export async function runOnce(lab: string, scenario: string): Promise<Finding> {
  const { run: words } = doctorWords();
  const [{ programs, workload }] = await Promise.all([fetchBundle(lab, scenario), loadMachineWords()]);
  const { compiled, diagnostics, recorded } = programs.leaky;
  const client = newMachine();
  try {
    const result = await new Promise<RunResult | string>((resolve) => {
      const request = { scenario, program: 'leaky', compiled, diagnostics, workload, checks: false };
      client.run(request, (event) => {
        if (event.type === 'finished') resolve(event.result);
        else if (event.type === 'lost') resolve(lossWords(event.failure).reason);
      });
    });
    if (typeof result === 'string') return { outcome: 'fail', text: words.lost(result) };
    if (!isAlike(result, recorded)) return { outcome: 'fail', text: words.differs };
    return passed(words.pass(...numbersOf(result)));
  } finally {
    client.dispose();
  }
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
