/** Verifies the records of a team in this page: two workers judge, one compiles. */

import contract from '#playground/guest/contract/server.d.ts?raw';

import type { RunRequest } from '#playground/protocol.ts';
import type { RunResult } from '#playground/record.ts';
import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import {
  type Judged,
  type Played,
  type VerifiedChallenge,
  type VerifyingMachine,
  verifyRecords,
} from '#playground/learner-record/verification.ts';
import { passesChallenge } from '#playground/scenarios/costs.ts';
import { findScenario } from '#playground/scenarios/scenarios.ts';
import type { Client } from '#playground/worker/client.ts';
import { pageCompiler } from '#src/workbench/compiler/page-compiler.ts';
import { newMachine } from '#src/workbench/store/machine.ts';
import { aTurn } from './a-turn.ts';
import { startRecordsThread } from './records-thread.ts';
import type { TeamChallenge } from './team-challenge.ts';

/** Workers that judge side by side. */
const lanes = 2;

interface Verifying {
  readonly challenges: readonly TeamChallenge[];
  /** What was judged before; what is judged now is added. */
  readonly judged: Map<string, Judged>;
  readonly onProgress: (done: number, all: number) => void;
  /** Aborted to stop. */
  readonly signal: AbortSignal;
}

/** What became of each record's challenges; `undefined` when it was stopped. Throws where the machine cannot be had. */
export async function verifyTeam(
  records: readonly LearnerRecord[],
  { challenges, judged, onProgress, signal }: Verifying,
): Promise<readonly (readonly VerifiedChallenge[])[] | undefined> {
  const clients = Array.from({ length: lanes }, newMachine);
  const thread = startRecordsThread();
  const calledOff = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const machine: VerifyingMachine = {
    compile: (program) => pageCompiler(contract).compile(program, calledOff),
    shape: thread.shape,
    lanes: clients.map((client) => (request) => play(client, request, signal)),
    pause: aTurn,
  };
  const solutions = new Map(challenges.map(({ scenario, solutions: shapes }) => [scenario, new Set(shapes)]));
  const version = {
    machineHash: import.meta.env.MACHINE_HASH,
    scenarioHashes: new Map(challenges.map(({ scenario, hash }) => [scenario, hash])),
    solutions: (id: string) => Promise.resolve(solutions.get(id) ?? new Set<string>()),
    passes: async (id: string, result: RunResult) => {
      const scenario = await findScenario(id);
      return scenario !== undefined && passesChallenge(scenario, result);
    },
  };
  try {
    await clients[0]?.warm();
    return await verifyRecords(records, { version, machine, judged, onProgress });
  } finally {
    for (const client of clients) client.dispose();
    thread.end();
  }
}

/** The result of a run, with its checks. Rejects where the machine cannot be had, which is no fault of the program. */
function play(client: Client, request: RunRequest, signal: AbortSignal): Promise<Played> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      resolve(undefined);
      return;
    }
    const run = client.run(request, (event) => {
      if (event.type === 'finished') resolve(event.result);
      else if (event.type === 'stopped') resolve(undefined);
      else if (event.type === 'lost' && event.failure.kind === 'unreachable')
        reject(new Error('No machine.'));
      else if (event.type === 'lost') resolve('lost');
    });
    signal.addEventListener('abort', () => run.stop(), { once: true });
  });
}
