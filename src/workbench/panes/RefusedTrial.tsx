/** Below a failed check: the run in which it was seen, with ways to repeat it here and on the command line. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { labCommand } from '#playground/words/lab-command.ts';
import type { CheckResult, Workload } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { copyText } from './copy-text.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { StartedRun } from '../store/runs.ts';
import { workloadSummary } from '../store/workload-summary.ts';

interface RefusedTrialProps {
  readonly store: PlaygroundStore;
  readonly run: StartedRun;
  readonly check: CheckResult;
}

/** Nothing where no single run showed it. */
export function RefusedTrial({ store, run, check }: RefusedTrialProps): JSX.Element | null {
  const { form } = store;
  const words = workbenchWords().panels;
  const { workload, transaction } = check;
  if (workload === undefined) return null;
  const isThisRun = isSame(workload, run.workload);
  const where = isThisRun ? words.seenInRun : words.seenInTrial(workloadSummary(workload, form.own));
  return (
    <div class="ll-refused-trial">
      <p>
        {where} {transaction === undefined ? null : words.firstAt(countWords(transaction))}
      </p>
      {isThisRun ? null : (
        <button
          type="button"
          class="ll-tool-button"
          onClick={(event) => {
            // The button goes with the old results: what comes in their place takes the focus.
            event.currentTarget.closest<HTMLElement>('[role=tabpanel]')?.focus();
            void store.runTrial(run.program, workload);
          }}
        >
          {words.runTrial}
        </button>
      )}
      <CopyCommand command={commandOf({ store, run, workload })} />
    </div>
  );
}

/** Both come from one machine, so equal workloads have their fields in the same order or differ. */
function isSame(one: Workload, other: Workload): boolean {
  const fields = (workload: Workload) => JSON.stringify(Object.entries(workload).sort());
  return fields(one) === fields(other);
}

function commandOf({
  store,
  run,
  workload,
}: Pick<RefusedTrialProps, 'store' | 'run'> & { readonly workload: Workload }): string {
  const program = run.program === 'mine' ? 'mine.ts' : run.program;
  const { allowances } = run;
  return labCommand({ scenario: store.scenario, program, workload, own: store.form.own, allowances });
}

interface CopyCommandProps {
  readonly command: string;
}

/** Where the clipboard is refused, the command is shown, to be copied by hand. */
function CopyCommand({ command }: CopyCommandProps): JSX.Element {
  const words = workbenchWords().panels;
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => setCopied(await copyText(command));
  return (
    <>
      <button type="button" class="ll-tool-button" onClick={() => void copy()} title={command}>
        {words.copyCommand}
      </button>
      <span aria-live="polite">
        {copied === undefined ? null : copied ? words.copied : words.notCopied}
        {copied === false ? <code>{command}</code> : null}
      </span>
    </>
  );
}
