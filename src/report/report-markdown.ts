/** A report as Markdown for an issue tracker: what is done and what is to do as a task list, and what was typed as it was typed. */

import { countWords } from '#src/chart/quantity-words.ts';
import { reportWords } from '#src/strings/report-words.ts';
import { blockInMarkdown, plainInMarkdown } from '#src/team/markdown-text.ts';
import type { CourseReport } from './course-report.ts';
import { type Holder, isFilled } from './kept-holders.ts';
import { fixWords, isPassed, numbersOf, measuredCost, resultWords, whenWords } from './reported-words.ts';
import { answeredLines, answerOf, type ServiceChecklist } from './service-questions.ts';

/** All that a report is written from. */
export interface WrittenReport {
  readonly report: CourseReport;
  /** What the reader typed, or what the record has; empty for nobody. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  /** When its programs were run again, in milliseconds since 1970; absent where they were not. */
  readonly verifiedAt?: number | undefined;
  /** Families of fixes as the machine named them now, by scenario. */
  readonly fixes: ReadonlyMap<string, string>;
  readonly holders: readonly Holder[];
  readonly checklist: ServiceChecklist;
}

/** The report as Markdown of GitHub's flavour. */
export function reportMarkdown(written: WrittenReport): string {
  const parts = [head(written), challengeList(written), predictionList(written), serviceParts(written)];
  return `${parts.flat().join('\n\n')}\n`;
}

function head({ report, name, made, verifiedAt }: WrittenReport): readonly string[] {
  const words = reportWords();
  const named = name.trim() === '' ? [] : [`**${plainInMarkdown(name)}**`];
  const numbers = numbersOf(report, verifiedAt !== undefined).map(([what, count]) => `- ${count} ${what}`);
  return [
    `# ${words.title}`,
    ...named,
    whenWords(report, made, verifiedAt).map(plainInMarkdown).join('\n'),
    numbers.join('\n'),
  ];
}

function task(isDone: boolean, text: string): string {
  return `- [${isDone ? 'x' : ' '}] ${text}`;
}

function challengeList({ report, fixes }: WrittenReport): readonly string[] {
  const items = report.challenges.map((reported) => {
    const cost = measuredCost(reported);
    const price = cost === undefined ? '' : reportWords().price(cost.acquisitions, cost.objects);
    const told = [resultWords(reported), fixWords(reported, fixes), price];
    const details = told.filter((text) => text !== '').map((text) => `  - ${plainInMarkdown(text)}`);
    return [task(isPassed(reported), plainInMarkdown(reported.challenge.title)), ...details].join('\n');
  });
  return [`## ${reportWords().challenges}`, items.join('\n')];
}

function predictionList({ report: { predictions } }: WrittenReport): readonly string[] {
  const words = reportWords();
  const told = predictions.told ?? [];
  if (told.length === 0) return [];
  const off = told.filter(({ isRight }) => !isRight);
  const right = words.right(countWords(told.length - off.length), countWords(told.length));
  const row = (cells: readonly string[]): string => `| ${cells.map(plainInMarkdown).join(' | ')} |`;
  const table = [
    row([words.question, words.predicted, words.measured]),
    '| --- | --- | --- |',
    ...off.map(({ question, predicted, result }) => row([question, predicted, result])),
  ];
  return [
    `## ${words.predictions}`,
    plainInMarkdown(right),
    ...(off.length === 0 ? [] : [words.surprises, table.join('\n')]),
  ];
}

function serviceParts({ holders, checklist }: WrittenReport): readonly string[] {
  const filled = holders.filter(isFilled);
  if (filled.length === 0) return [];
  return [
    `## ${reportWords().service.title}`,
    ...filled.flatMap((holder, at) => holderParts(holder, at, checklist)),
  ];
}

/** One registry: a task for each question, done where it has an answer, and one for what is to be done. */
function holderParts(
  { answers }: Holder,
  at: number,
  { about, questions }: ServiceChecklist,
): readonly string[] {
  const words = reportWords().service;
  const name = answerOf(answers, 'registry');
  const places = (['service', 'where'] as const)
    .map((place) => [about[place], answerOf(answers, place)] as const)
    .filter(([, place]) => place !== '')
    .map(([label, place]) => `- ${label}: ${plainInMarkdown(place)}`);
  const asked = questions.map((question) => {
    const lines = answeredLines(question, answers);
    const told = lines.map(([label, answer]) => answerItem(label, answer));
    return [task(lines.length > 0, `**${plainInMarkdown(question.ask)}**`), ...told].join('\n');
  });
  const decision = answerOf(answers, 'decision');
  const toDo = decision === '' ? [] : [[task(false, `**${words.decision}**`), itemText(decision)].join('\n')];
  return [
    `### ${name === '' ? words.unnamed(countWords(at + 1)) : plainInMarkdown(name)}`,
    ...(places.length === 0 ? [] : [places.join('\n')]),
    [...asked, ...toDo].join('\n'),
  ];
}

/** An answer under its question; one of several lines as a block. */
function answerItem(label: string, answer: string): string {
  if (!answer.includes('\n')) return `  - ${plainInMarkdown(label)}: ${plainInMarkdown(answer)}`;
  return [`  - ${plainInMarkdown(label)}:`, '', blockInMarkdown(answer, 4)].join('\n');
}

function itemText(text: string): string {
  return text.includes('\n') ? `\n${blockInMarkdown(text, 2)}` : `  - ${plainInMarkdown(text)}`;
}
