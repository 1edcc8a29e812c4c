/** The report itself: what is printed, on one sheet. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { reportWords } from '#src/strings/report-words.ts';
import { signOf } from '#src/team/team-cells.ts';
import type { CourseReport } from './course-report.ts';
import { type Holder, isFilled } from './kept-holders.ts';
import type { WrittenReport } from './report-markdown.ts';
import { fixWords, numbersOf, measuredCost, resultWords, whenWords } from './reported-words.ts';
import { answeredCount, answeredLines, answerOf, type ServiceChecklist } from './service-questions.ts';

/** A sign for how a chapter stands, beside its words. */
const signs = { new: '·', begun: '◐', done: '✓' };

/** The part made from the record. */
export function ReportSheet(written: WrittenReport): JSX.Element {
  const words = reportWords();
  const { report, name, made, verifiedAt, fixes } = written;
  return (
    <div class="ll-report-sheet">
      <p class="ll-report-when">
        {name.trim() !== '' && <strong>{name.trim()}</strong>}
        {whenWords(report, made, verifiedAt).map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
      <dl class="ll-report-numbers">
        {numbersOf(report, verifiedAt !== undefined).map(([what, count]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <Chapters chapters={report.chapters} />
      <h2>{words.challenges}</h2>
      <Table
        name="challenges"
        label={words.challenges}
        columns={[words.challenge, words.result, words.fix, words.acquisitions, words.objects]}
      >
        {report.challenges.map((reported) => {
          const cost = measuredCost(reported);
          return (
            <tr key={reported.challenge.scenario} data-status={reported.cell.status}>
              <th scope="row">{reported.challenge.title}</th>
              <td>
                <span aria-hidden="true">{signOf(reported.cell)}</span> {resultWords(reported)}
              </td>
              <td>{fixWords(reported, fixes) || words.nothing}</td>
              <td>{cost?.acquisitions ?? words.nothing}</td>
              <td>{cost?.objects ?? words.nothing}</td>
            </tr>
          );
        })}
      </Table>
      <h2>{words.predictions}</h2>
      <Predictions predictions={report.predictions} />
    </div>
  );
}

/** How each chapter stands. On paper the number at the top says it, once all are done. */
function Chapters({ chapters }: Pick<CourseReport, 'chapters'>): JSX.Element {
  const words = reportWords();
  const isDone = chapters.every(({ standing }) => standing === 'done');
  return (
    <div class={isDone ? 'll-report-screen' : undefined}>
      <h2>{words.chapters}</h2>
      <ul class="ll-report-chapters">
        {chapters.map(({ title, standing }) => (
          <li key={title} data-standing={standing}>
            <span role="img" aria-label={words.standings[standing]} title={words.standings[standing]}>
              {signs[standing]}
            </span>{' '}
            {title}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The most surprises that a sheet of paper has room for. */
const mostOnPaper = 6;

function Predictions({ predictions: { made, told } }: Pick<CourseReport, 'predictions'>): JSX.Element | null {
  const words = reportWords();
  if (made === 0) return <p>{words.noPredictions}</p>;
  if (told === undefined) return null;
  const off = told.filter(({ isRight }) => !isRight);
  const gone = made - told.length;
  return (
    <>
      <p>
        {words.right(countWords(told.length - off.length), countWords(told.length))}{' '}
        {off.length > 0 && words.surprises} {gone > 0 && words.gone(countWords(gone))}{' '}
        {off.length > mostOnPaper && (
          <span class="ll-report-paper">
            {words.surprisesOnPaper(countWords(mostOnPaper), countWords(off.length))}
          </span>
        )}
      </p>
      {off.length > 0 && (
        <Table
          name="predictions"
          label={words.predictions}
          columns={[words.question, words.predicted, words.measured]}
        >
          {off.map(({ question, predicted, result }, at) => (
            <tr key={question} class={at < mostOnPaper ? undefined : 'll-report-screen'}>
              <th scope="row">{question}</th>
              <td>{predicted}</td>
              <td>{result}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

interface TableProps {
  readonly name: 'challenges' | 'predictions';
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: JSX.Element[];
}

/** Scrolls where the screen is narrow. */
function Table({ name, label, columns, children }: TableProps): JSX.Element {
  return (
    <div class="ll-report-table" data-table={name} role="region" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface ServiceProps {
  readonly holders: readonly Holder[];
  readonly checklist: ServiceChecklist;
}

/** What was typed about the reader's own service, on paper: what has no answer is left out. */
export function ServiceSheet({ holders, checklist }: ServiceProps): JSX.Element {
  const words = reportWords().service;
  return (
    <div class="ll-service-sheet">
      {holders.map((holder, at) =>
        isFilled(holder) ? (
          <section key={holder.id}>
            <h3>{answerOf(holder.answers, 'registry') || words.unnamed(countWords(at + 1))}</h3>
            <small>{answeredWords(holder, checklist)}</small>
            <HolderSheet answers={holder.answers} checklist={checklist} />
          </section>
        ) : null,
      )}
    </div>
  );
}

function answeredWords({ answers }: Holder, checklist: ServiceChecklist): string {
  const answered = countWords(answeredCount(checklist, answers));
  return reportWords().service.answered(answered, countWords(checklist.questions.length));
}

interface HolderProps extends Pick<ServiceProps, 'checklist'> {
  readonly answers: Holder['answers'];
}

function HolderSheet({ answers, checklist }: HolderProps): JSX.Element {
  const words = reportWords().service;
  const { service, where } = checklist.about;
  const places = answeredLines({ ask: '', about: '', lines: { service, where } }, answers);
  const lines = checklist.questions.flatMap((question) => answeredLines(question, answers));
  const decision = answerOf(answers, 'decision');
  const all = [...places, ...lines, ...(decision === '' ? [] : [[words.decision, decision] as const])];
  return (
    <dl>
      {all.map(([label, answer]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
