/** The course report: from a record, verified here, with the checklist filled in, to print or to take along as Markdown. */

import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { countWords } from '#src/chart/quantity-words.ts';
import { withPage } from '#src/course/chapter-page.ts';
import { reportWords } from '#src/strings/report-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import { saveFile } from '#src/team/save-file.ts';
import type { TeamChallenge } from '#src/team/team-challenge.ts';
import { type AskedPredictions, fetchAsked } from './asked-predictions.ts';
import { type CourseReport, courseReport, type ReportChapter } from './course-report.ts';
import { HolderForms } from './HolderForms.tsx';
import { isFilled } from './kept-holders.ts';
import { reportMarkdown, type WrittenReport } from './report-markdown.ts';
import { ReportSheet, ServiceSheet } from './ReportSheet.tsx';
import type { ServiceChecklist } from './service-questions.ts';
import { useHolders } from './use-holders.ts';
import { type Source, useSource } from './use-source.ts';
import { useVerifying, type Verifying } from './use-verifying.ts';

interface Props {
  readonly course: readonly Omit<ReportChapter, 'page'>[];
  readonly challenges: readonly TeamChallenge[];
  readonly checklist: ServiceChecklist;
}

export function ReportPanel({ course: chapters, challenges, checklist }: Props): JSX.Element {
  const words = reportWords();
  const course = useMemo(() => chapters.map(withPage), [chapters]);
  const [name, setName] = useState('');
  const source = useSource();
  const { record, events } = source;
  const verifying = useVerifying(record, challenges);
  const { verified } = verifying;
  const predicted = useAsked(course, source);
  const { asked } = predicted;
  const report = useMemo(
    () => courseReport({ record, events, course, challenges, verified: verified?.told, asked }),
    [record, events, course, challenges, verified, asked],
  );
  const typed = useHolders();
  const written: WrittenReport = {
    ...{ report, name, made: Date.now(), verifiedAt: verified?.at, holders: typed.holders, checklist },
    fixes: verified?.fixes ?? new Map<string, string>(),
  };
  return (
    <div class="ll-report">
      <Sources source={source} name={name} onName={setName} />
      {events.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <NextStep report={report} />
          <VerifyBar {...verifying} canVerify={record.passes.some(({ run }) => run !== undefined)} />
          <p role="status" class="ll-report-screen">
            {predicted.said}
          </p>
          <ReportSheet {...written} />
        </>
      )}
      <section class="ll-service" data-empty={!typed.holders.some(isFilled) || undefined}>
        <h2>{words.service.title}</h2>
        <HolderForms {...typed} checklist={checklist} />
        <ServiceSheet holders={typed.holders} checklist={checklist} />
      </section>
      <WaysOut written={written} />
    </div>
  );
}

interface SourcesProps {
  readonly source: Source;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Whose report it is. */
function Sources({ source, name, onName }: SourcesProps): JSX.Element {
  const words = reportWords();
  return (
    <div class="ll-report-screen ll-report-sources">
      <p>
        <label>
          {words.name}{' '}
          <input
            value={name}
            maxLength={80}
            autocomplete="off"
            onInput={({ currentTarget }) => onName(currentTarget.value)}
          />
        </label>
        <small>{words.nameHelp}</small>
      </p>
      <p>
        <label>
          {words.open}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              void source.open(currentTarget.files?.[0]).then((named) => {
                if (named !== '') onName(named);
              });
              currentTarget.value = '';
            }}
          />
        </label>
        <small>{words.openHelp}</small>
      </p>
      <p role="status">{source.said}</p>
      {source.file !== undefined && (
        <p class="ll-report-bar">
          <span>{words.ofFile(source.file)}</span>
          <button
            type="button"
            class="ll-tool-button"
            onClick={() => {
              source.close();
              onName('');
            }}
          >
            {words.backToOwn}
          </button>
        </p>
      )}
    </div>
  );
}

/** Where the reader goes on, as long as something is left. */
function NextStep({
  report: { chapters, challenges, next },
}: {
  readonly report: CourseReport;
}): JSX.Element | null {
  const words = reportWords();
  if (next === undefined) return null;
  const done = chapters.filter(({ standing }) => standing === 'done').length;
  const isAnyPassed = challenges.some(({ cell }) => cell.pass !== undefined);
  return (
    <p class="ll-report-screen">
      {isAnyPassed ? words.partly(countWords(done), countWords(chapters.length)) : words.nothingPassed}{' '}
      <a href={next.page}>{next.title}</a>
    </p>
  );
}

interface VerifyProps extends Verifying {
  readonly canVerify: boolean;
}

function VerifyBar({ going, said, verify, stop, canVerify }: VerifyProps): JSX.Element {
  const words = teamWords().view;
  const progress = going && (going.all === 0 ? words.preparing : progressWords(going));
  return (
    <div class="ll-report-screen">
      <p class="ll-report-bar">
        <button type="button" class="ll-button" disabled={!canVerify || going !== undefined} onClick={verify}>
          {words.verifyAll}
        </button>
        {going !== undefined && (
          <button type="button" class="ll-tool-button" onClick={stop}>
            {words.stop}
          </button>
        )}
      </p>
      {going !== undefined && (
        <progress max={Math.max(1, going.all)} value={going.done} aria-label={words.verifyAll} />
      )}
      <p role="status">{progress ?? said}</p>
    </div>
  );
}

function progressWords({ done, all }: { readonly done: number; readonly all: number }): string {
  return teamWords().view.progress(countWords(done), countWords(all));
}

/** To print, to copy and to download. */
function WaysOut({ written }: { readonly written: WrittenReport }): JSX.Element {
  const words = reportWords();
  const [copied, setCopied] = useState<boolean>();
  const text = (): string => reportMarkdown(written);
  const copy = async (): Promise<void> => {
    try {
      // Browsers have a clipboard on secure origins only.
      await navigator.clipboard.writeText(text());
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div class="ll-report-screen">
      <p class="ll-report-bar">
        <button type="button" class="ll-button" onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" class="ll-tool-button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button
          type="button"
          class="ll-tool-button"
          onClick={() => saveFile('leak-lab-report.md', text(), 'text/markdown')}
        >
          {words.download}
        </button>
      </p>
      <p role="status">{copied === undefined ? '' : copied ? words.copied : words.notCopied}</p>
      {copied === false && (
        <textarea class="ll-report-text" readOnly rows={12} aria-label={words.copy} value={text()} />
      )}
    </div>
  );
}

/** What the chapters with predictions asked, and what is said while that is not here. */
function useAsked(
  course: readonly ReportChapter[],
  { events }: Source,
): { readonly asked: AskedPredictions | undefined; readonly said: string } {
  const words = reportWords();
  const [asked, setAsked] = useState<AskedPredictions>();
  const [said, setSaid] = useState('');
  const pages = course.filter(({ id }) =>
    events.some(({ type, chapter }) => type === 'predicted' && chapter === id),
  );
  const names = pages.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (names === '') return;
    let isOver = false;
    setSaid(words.predictionsLoading);
    void fetchAsked(pages.map(({ id, page }) => [id, page])).then((fetched) => {
      if (isOver) return;
      setAsked(fetched);
      setSaid(fetched === undefined ? words.predictionsFailed : '');
    });
    return () => {
      isOver = true;
    };
  }, [names]);
  return { asked, said };
}
