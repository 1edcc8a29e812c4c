/** A reader's own record: what is in it, and to download, import and clear it. */

import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { mostBytes, readRecord, recordText } from '#playground/learner-record/learner-record.ts';
import { byteWords } from '#playground/words/byte-words.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { addEvents, clearEvents, keptEvents, onProgress } from '#src/course/progress.ts';
import { eventsOf, recordOf } from '#src/course/record-events.ts';
import { type NotKept, whyNothingIsKept } from '#src/kept/browser-storage.ts';
import { persistence } from '#src/kept/persistence.ts';
import { pageRecordWords, teamWords } from '#src/strings/team-words.ts';
import { RecordTable } from './RecordTable.tsx';
import { saveFile } from './save-file.ts';
import { type ChapterName, summaryOf } from './record-summary.ts';

interface Props {
  readonly chapters: readonly ChapterName[];
}

export function RecordPanel({ chapters }: Props): JSX.Element {
  const words = teamWords().record;
  const [entries, setEntries] = useState(() => keptEvents.read());
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const [clearing, setClearing] = useState(false);
  useEffect(() => onProgress(() => setEntries(keptEvents.read())), []);
  const events = useMemo(() => entries.flatMap(({ known }) => known ?? []), [entries]);
  const unread = useMemo(
    () => entries.flatMap(({ raw, known }) => (known === undefined ? [raw] : [])),
    [entries],
  );
  const file = useMemo(() => recordText(recordOf(events, Date.now(), name, unread)), [events, unread, name]);
  const rows = useMemo(() => summaryOf(chapters, events), [chapters, events]);
  const say = (sentence: string): void => {
    setSaid(sentence);
    setEntries(keptEvents.read());
  };

  return (
    <div class="ll-record">
      <h2>{words.contents}</h2>
      {events.length === 0 ? (
        <>
          <p>{words.empty}</p>
          <p>{words.emptied}</p>
        </>
      ) : (
        <>
          <RecordTable rows={rows} />
          <p>{words.also}</p>
        </>
      )}
      {unread.length > 0 && <p class="ll-record-note">{words.unreadHere(countWords(unread.length))}</p>}
      <StorageNote />
      <section class="ll-record-actions">
        <p>
          <label>
            {words.name}{' '}
            <input
              value={name}
              maxLength={80}
              autocomplete="off"
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <small>{words.nameHelp}</small>
        </p>
        <p>
          <button
            type="button"
            class="ll-button"
            disabled={entries.length === 0}
            onClick={() => saveFile(fileName(name), file)}
          >
            {words.download}
          </button>
          <small>{words.size(byteWords(new Blob([file]).size))}</small>
        </p>
        <p>
          <label>
            {words.import}{' '}
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                void importFile(currentTarget.files?.[0]).then(say);
                currentTarget.value = '';
              }}
            />
          </label>
          <small>{words.importHelp}</small>
        </p>
        <p role="status">{said}</p>
        <Clearing
          asks={clearing}
          canClear={entries.length > 0}
          onAsk={setClearing}
          onClear={() => {
            clearEvents();
            setClearing(false);
            say(words.cleared);
          }}
        />
      </section>
    </div>
  );
}

/** What the browser does with what it keeps. */
function StorageNote(): JSX.Element {
  const words = teamWords().record;
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    const reason = whyNothingIsKept();
    if (reason !== undefined) setSentence(reason === 'full' ? words.full : words.notKept);
    else void persistence().then((told) => setSentence(told === 'kept' ? words.kept : words.mayGo));
  }, [words]);
  return <p class="ll-record-note">{sentence}</p>;
}

interface ClearingProps {
  readonly asks: boolean;
  readonly canClear: boolean;
  readonly onAsk: (asks: boolean) => void;
  readonly onClear: () => void;
}

function Clearing({ asks, canClear, onAsk, onClear }: ClearingProps): JSX.Element {
  const words = teamWords().record;
  if (!asks)
    return (
      <p>
        <button type="button" class="ll-tool-button" disabled={!canClear} onClick={() => onAsk(true)}>
          {words.clear}
        </button>
      </p>
    );
  return (
    <div role="group" aria-label={words.clear}>
      <p>{words.clearAsks}</p>
      <p class="ll-record-choice">
        <button
          type="button"
          class="ll-tool-button"
          onClick={() => onAsk(false)}
          ref={(button) => button?.focus()}
        >
          {words.keep}
        </button>
        <button type="button" class="ll-tool-button" onClick={onClear}>
          {words.clearNow}
        </button>
      </p>
    </div>
  );
}

/** Adds a file to what is kept, and gives what is to be said of it. */
async function importFile(file: File | undefined): Promise<string> {
  if (file === undefined) return '';
  const words = teamWords().record;
  const { recordFaultWords } = pageRecordWords();
  if (file.size > mostBytes.record)
    return recordFaultWords(file.name, { type: 'too large', most: mostBytes.record });
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return recordFaultWords(file.name, { type: 'unreadable' });
  const { record, fault } = readRecord(text);
  if (fault !== undefined) return recordFaultWords(file.name, fault);
  const before = keptEvents.read().length;
  const { events, unread } = eventsOf(record);
  const reason: NotKept | undefined = addEvents(events);
  const added = keptEvents.read().length - before;
  return [
    added === 0 ? words.nothingNew : words.imported(countWords(added)),
    ...(unread === 0 ? [] : [words.unread(countWords(unread))]),
    ...(reason === undefined ? [] : [reason === 'full' ? words.importedNoRoom : words.importedNotKept]),
  ].join(' ');
}

/** `leak-lab-record-anna.json`: letters and digits of the name, in any script. */
function fileName(name: string): string {
  const part = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return `leak-lab-record${part === '' ? '' : `-${part}`}.json`;
}
