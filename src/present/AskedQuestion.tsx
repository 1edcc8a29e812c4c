/** A question for a room: its options with the hands counted before and after the discussion, and then the answer. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { presentWords } from '#src/strings/present-words.ts';
import type { Hands } from './hands.ts';
import type { Option, Question } from './page-questions.ts';
import type { Presentation } from './presentation.ts';

interface Props {
  readonly show: Presentation;
  readonly question: Question;
}

export function AskedQuestion({ show, question }: Props): JSX.Element {
  const words = presentWords().question;
  const hands = show.hands.value;
  const { stage } = hands;
  const chosen = question.options[show.option.value];
  const counts = stage === 'first' || stage === 'discuss' ? hands.first : hands.second;
  const handsNow = counts[show.option.value] ?? 0;
  return (
    <section class="ll-asked" data-stage={stage} aria-labelledby="ll-asked">
      {question.name === undefined ? null : (
        <p class="ll-asked-of">
          <code translate={false}>{question.name.code}</code> {question.name.about}
        </p>
      )}
      <h2 id="ll-asked">{question.text}</h2>
      <ol>
        {question.options.map((option, place) => (
          <OptionLine key={place} show={show} option={option} place={place} hands={hands} />
        ))}
      </ol>
      <p class="sr-only" role="status">
        {words.hands(chosen?.text ?? '', handsNow)}
      </p>
      <div class="ll-asked-stage">
        <p role="status">{words.stages[stage]}</p>
        <div>
          {stage === 'revealed' ? (
            show.canRun(question) ? (
              <button type="button" class="ll-main" onClick={() => show.run()}>
                {words.run}
              </button>
            ) : null
          ) : (
            <button type="button" class="ll-main" onClick={show.advance}>
              {words.advance[stage]}
            </button>
          )}
          <button type="button" onClick={show.reset}>
            {words.reset}
          </button>
        </div>
      </div>
    </section>
  );
}

interface OptionProps {
  readonly show: Presentation;
  readonly option: Option;
  readonly place: number;
  readonly hands: Hands;
}

function OptionLine({ show, option, place, hands }: OptionProps): JSX.Element {
  const words = presentWords().question;
  const { stage } = hands;
  const isChosen = show.option.value === place;
  const isRevealed = stage === 'revealed';
  const isRight = isRevealed && option.right;
  return (
    <li data-chosen={isChosen ? 'true' : undefined} data-right={isRight ? 'true' : undefined}>
      <button
        type="button"
        class="ll-option"
        aria-pressed={isChosen}
        onClick={() => (show.option.value = place)}
      >
        {option.text}
        {isRight ? <strong>✓ {words.right}</strong> : null}
      </button>
      <Count label={words.before} count={hands.first[place] ?? 0} />
      {stage === 'first' || stage === 'discuss' ? null : (
        <Count label={words.after} count={hands.second[place] ?? 0} />
      )}
      {isRevealed || stage === 'discuss' ? null : (
        <span class="ll-add">
          <button type="button" aria-label={words.take(option.text)} onClick={() => show.count(place, -1)}>
            −
          </button>
          <button type="button" aria-label={words.add(option.text)} onClick={() => show.count(place, 1)}>
            +
          </button>
        </span>
      )}
      {isRevealed && (isRight || isChosen) && option.why !== '' ? <p>{option.why}</p> : null}
    </li>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }): JSX.Element {
  return (
    <span class="ll-count">
      <b>{countWords(count)}</b> <small>{label}</small>
    </span>
  );
}
