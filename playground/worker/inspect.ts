/** Answers questions about heaps in a worker. The last machine is kept, so that one question after another needs one run. */

import { Inspection, type InspectionOptions } from '../heap/inspection.ts';
import type { HeapAnswer, HeapQuestion } from '../heap/question.ts';

/** Answers, each with whether it is the last one to that question. */
export type OnAnswer = (answer: HeapAnswer, isLast: boolean) => void;

let last: { readonly key: string; readonly inspection: Inspection } | undefined;

/** Plays the run, unless the last question was about the same one, and answers. */
export async function answerHeapQuestion(
  options: InspectionOptions,
  question: HeapQuestion,
  onAnswer: OnAnswer,
): Promise<void> {
  const inspection = await inspectionOf(options);
  switch (question.type) {
    case 'report':
      onAnswer({ type: 'report', report: inspection.report() }, false);
      await options.pause();
      onAnswer({ type: 'report', report: await inspection.reportWithStores(options.pause) }, true);
      return;
    case 'cut': {
      const { type: _, fingerprint, runOn, ...place } = question;
      const result = await inspection.cut(fingerprint, runOn, options.pause, place);
      onAnswer({ type: 'cut', ...(result === undefined ? {} : { result }) }, true);
      return;
    }
    case 'snapshot':
      onAnswer({ type: 'snapshot', text: inspection.snapshot() }, true);
  }
}

async function inspectionOf(options: InspectionOptions): Promise<Inspection> {
  const key = JSON.stringify([options.compiled.code, options.workload, options.settleSeconds]);
  if (last?.key !== key) {
    last = undefined;
    last = { key, inspection: await Inspection.create(options) };
  }
  return last.inspection;
}
