/** The checklist to fill in, once for each registry of the reader's own service. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { reportWords } from '#src/strings/report-words.ts';
import { type Holder, isFilled, mostCharacters, mostHolders } from './kept-holders.ts';
import { answeredCount, answerOf, type ServiceChecklist } from './service-questions.ts';
import type { Holders } from './use-holders.ts';

interface Props extends Holders {
  readonly checklist: ServiceChecklist;
}

export function HolderForms({ checklist, ...all }: Props): JSX.Element {
  const words = reportWords().service;
  const { holders, isLost, removed, add, write, remove, undo } = all;
  const nameOf = (holder: Holder, at: number): string =>
    answerOf(holder.answers, 'registry') || words.unnamed(countWords(at + 1));
  return (
    <div class="ll-holders">
      <p>{words.about}</p>
      <p>{isLost ? words.notKept : words.privacy}</p>
      {holders.map((holder, at) => (
        <HolderForm
          key={holder.id}
          holder={holder}
          name={nameOf(holder, at)}
          checklist={checklist}
          onWrite={(name, answer) => write(holder.id, name, answer)}
          onRemove={() => remove(holder)}
        />
      ))}
      <div role="status">
        {removed !== undefined && (
          <p class="ll-report-bar">
            <span>{words.removed(nameOf(removed.holder, removed.at))}</span>
            <button
              type="button"
              class="ll-tool-button"
              ref={(button) => button?.focus({ preventScroll: true })}
              onClick={undo}
            >
              {words.undo}
            </button>
          </p>
        )}
        {holders.length >= mostHolders && <p>{words.full}</p>}
      </div>
      <p>
        <button type="button" class="ll-tool-button" disabled={holders.length >= mostHolders} onClick={add}>
          {words.add}
        </button>
      </p>
    </div>
  );
}

interface FormProps {
  readonly holder: Holder;
  readonly name: string;
  readonly checklist: ServiceChecklist;
  readonly onWrite: (name: string, answer: string) => void;
  readonly onRemove: () => void;
}

function HolderForm({ holder, name, checklist, onWrite, onRemove }: FormProps): JSX.Element {
  const words = reportWords().service;
  const { answers } = holder;
  // One that is new is there to be filled in.
  const [isOpen] = useState(() => !isFilled(holder));
  const field = (line: string, label: string): JSX.Element => (
    <label key={line}>
      <span>{label}</span>
      <textarea
        rows={1}
        maxLength={mostCharacters}
        autocomplete="off"
        value={answers[line] ?? ''}
        onInput={({ currentTarget }) => onWrite(line, currentTarget.value)}
      />
    </label>
  );
  const answered = countWords(answeredCount(checklist, answers));
  return (
    <details open={isOpen}>
      <summary>
        <strong>{name}</strong>{' '}
        <span>{words.answered(answered, countWords(checklist.questions.length))}</span>
      </summary>
      <div class="ll-holder-lines">
        {Object.entries(checklist.about).map(([line, label]) => field(line, label))}
      </div>
      {checklist.questions.map(({ ask, about, lines }) => (
        <fieldset key={ask}>
          <legend>
            <strong>{ask}</strong> <span>{about}</span>
          </legend>
          <div class="ll-holder-lines">
            {Object.entries(lines).map(([line, label]) => field(line, label))}
          </div>
        </fieldset>
      ))}
      {field('decision', words.decision)}
      <p>
        <button type="button" class="ll-tool-button" onClick={onRemove}>
          {words.remove(name)}
        </button>
      </p>
    </details>
  );
}
