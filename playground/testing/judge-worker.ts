/** A thread that judges one plan after another: it takes a plan with a number, and gives back its judgement with the same. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from './grammar/plan.ts';
import { createJudge } from './judged-program.ts';

/** What the thread is asked. */
export interface Question {
  readonly number: number;
  readonly plan: Plan;
}

const { transactions } = workerData as { readonly transactions: number };
const judge = createJudge(transactions);

parentPort?.on('message', ({ number, plan }: Question) => {
  void judge.then((toJudge) => toJudge(plan)).then((judged) => parentPort?.postMessage({ number, judged }));
});
