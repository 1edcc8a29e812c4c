/** What a report says of a challenge and at its top, in words: the same on the page, on paper and in Markdown. */

import { turnsPerTransaction } from '#playground/scenarios/lock-turns.ts';
import { countWords, rateWords } from '#src/chart/quantity-words.ts';
import { reportWords } from '#src/strings/report-words.ts';
import { dayWords } from '#src/team/day-words.ts';
import { cellWords } from '#src/team/team-cells.ts';
import type { CourseReport, ReportedChallenge } from './course-report.ts';

/** What became of a challenge. */
export function resultWords({ cell, isShown }: ReportedChallenge): string {
  return cell.status === 'not tried' && isShown ? reportWords().shown : cellWords(cell);
}

/** The family of a fix with its price: as the machine named it now or, before it was run again, as the record has it. */
export function fixWords({ cell }: ReportedChallenge, fixes: ReadonlyMap<string, string>): string {
  const scenario = cell.pass?.scenario ?? '';
  return (cell.passesNow === true ? fixes.get(scenario) : undefined) ?? cell.pass?.fix ?? '';
}

/** What a program that was run again and passed was measured to cost per transaction; `undefined` for any other. */
export function measuredCost({
  cell,
}: ReportedChallenge): { readonly acquisitions: string; readonly objects: string } | undefined {
  const result = cell.verified?.result;
  if (result === undefined || cell.passesNow !== true) return undefined;
  const objects = result.work.objects / result.workload.transactions;
  return { acquisitions: rateWords(turnsPerTransaction(result)), objects: rateWords(objects) };
}

/** Whether a challenge counts as passed: the record says so, and no run of today says otherwise. */
export function isPassed({ cell }: ReportedChallenge): boolean {
  return cell.pass !== undefined && cell.status !== 'does not pass';
}

/** The numbers at the top of a report: what is counted, and how many there are. */
export function numbersOf(
  report: CourseReport,
  isVerified: boolean,
): readonly (readonly [what: string, count: string])[] {
  const { numbers, of, notYet } = reportWords();
  const { chapters, challenges, predictions, questions } = report;
  const passed = challenges.filter(isPassed).length;
  const verified = challenges.filter(({ cell }) => cell.status === 'verified').length;
  const done = chapters.filter(({ standing }) => standing === 'done').length;
  const share = (count: number, all: number): string => of(countWords(count), countWords(all));
  const told = predictions.told ?? [];
  const right = told.filter(({ isRight }) => isRight).length;
  return [
    [numbers.chapters, share(done, chapters.length)],
    [numbers.challenges, share(passed, challenges.length)],
    [numbers.verified, isVerified ? share(verified, challenges.length) : notYet],
    ...(told.length === 0 ? [] : [[numbers.predictions, share(right, told.length)] as const]),
    [numbers.questions, share(questions.right, questions.answered)],
  ];
}

/** When a report was made, when its course was worked through, and whether its programs were run again: a sentence each. */
export function whenWords(
  { days }: CourseReport,
  made: number,
  verifiedAt: number | undefined,
): readonly string[] {
  const words = reportWords();
  const worked = days === undefined ? [] : [words.worked(dayWords(days[0]), dayWords(days[1]))];
  return [
    words.made(dayWords(made)),
    ...worked,
    verifiedAt === undefined ? words.notVerified : words.verifiedOn(dayWords(verifiedAt)),
  ];
}
