/** The reader's run of a program that came by a link, beside the numbers of its sender. */

import type { JSX } from 'preact';

import { type Difference, differences, runNumbers } from '#playground/shared-run/run-numbers.ts';
import { plainText } from '#playground/words/plain-text.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { sharingWords } from '#src/strings/sharing-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { StartedRun } from '../store/runs.ts';
import { exactWords } from './exact-words.ts';
import type { Visit } from './opened-links.ts';
import { hasEnded, isSameList, isSameWorkload } from './share-link.ts';

interface ComparedProps {
  readonly store: PlaygroundStore;
  readonly visit: Visit;
}

/** Rows that are shown; what differs altogether differs in all of them. */
const mostRows = 12;

export function Compared({ store, visit }: ComparedProps): JSX.Element {
  const { compared } = sharingWords();
  const { current, phase } = store.runs;
  const run = current.value;
  const { numbers } = visit.shared;
  if (numbers === undefined) return <p>{compared.noNumbers}</p>;
  if (run?.byLink !== true) return <p>{compared.notRun}</p>;
  if (phase.value === 'running' || phase.value === 'compiling') return <p>{compared.running}</p>;
  if (run.result === undefined || !hasEnded(run)) return <p>{compared.unfinished}</p>;
  const found = differences(numbers, runNumbers(run.result));
  const isNumber = found[0] !== undefined && found[0].what !== 'rest';
  if (!isOfVisit(run, visit)) {
    return isNumber ? (
      <Differences told={compared.changedDiffers} found={found} />
    ) : (
      <p>{compared.changedSame}</p>
    );
  }
  if (isNumber) return <Differences told={compared.differs} found={found} />;
  return found.length === 0 ? <p class="ll-link-same">{compared.same}</p> : <p>{compared.rest}</p>;
}

/** Whether it is a run of just what the link carries. */
function isOfVisit({ source, workload, allowances }: StartedRun, visit: Visit): boolean {
  return (
    source === visit.source &&
    isSameWorkload(workload, visit.workload) &&
    isSameList(allowances, visit.shared.allowances ?? [])
  );
}

interface DifferencesProps {
  /** The sentence before them. */
  readonly told: string;
  readonly found: readonly Difference[];
}

function Differences({ told, found }: DifferencesProps): JSX.Element {
  const { compared } = sharingWords();
  const more = found.length - mostRows;
  return (
    <>
      <p>{told}</p>
      <table class="ll-link-differences">
        <thead>
          <tr>
            <th scope="col">{compared.quantity}</th>
            <th scope="col">{compared.sender}</th>
            <th scope="col">{compared.yours}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, mostRows).map((one, index) => (
            <tr key={index}>
              <th scope="row">{quantityWords(one)}</th>
              <td>{valueWords(one, one.sender)}</td>
              <td>{valueWords(one, one.yours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p>{compared.more(countWords(more))}</p> : null}
    </>
  );
}

function quantityWords({ what, of = '' }: Difference): string {
  const { compared } = sharingWords();
  return what === 'rest' ? compared.rest : compared.quantities[what](plainText(of));
}

function valueWords({ what }: Difference, value: Difference['sender']): string {
  const { compared } = sharingWords();
  if (value === undefined) return compared.none;
  if (typeof value === 'boolean') return value ? compared.passed : compared.failed;
  if (typeof value === 'number') return exactWords(value);
  const words: Readonly<Record<string, string>> =
    what === 'failure' ? workbenchWords().failure : compared.verdicts;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
