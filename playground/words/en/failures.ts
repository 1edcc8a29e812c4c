/** Why a program could not go on, in English. */

import { count } from './wording.ts';
import type { Failure, FailureDetail } from '../../record.ts';
import type { CommandFailure, Obstacle, WorkerFailure } from '../../worker/failure-detail.ts';
import { byteWords } from '../byte-words.ts';
import { diagnosticWords } from './diagnostics.ts';
import { placeWords, thrownFailureWords, thrownWords, type ThrownFailure } from './thrown.ts';

/** What happened, as sentences. */
export function failureWords({ what }: Pick<Failure, 'what'>): string {
  switch (what.type) {
    case 'thrown':
    case 'rejected':
      return thrownFailureWords(what);
    case 'not loaded':
    case 'broken':
    case 'worker died':
    case 'silent':
      return workerWords(what);
    case 'late run':
    case 'late checks':
    case 'interrupted':
      return commandWords(what);
    case 'out of memory':
    case 'loop without an end':
    case 'too much work':
    case 'stack exhausted':
    case 'machine failed':
      return endedWords(what);
    case 'not compiled':
    case 'unread':
    case 'no more memory':
    case 'no class':
    case 'no method':
    case 'top level stuck':
    case 'top level late':
    case 'call pending':
      return programWords(what);
  }
}

type Ended = Extract<
  FailureDetail,
  {
    readonly type:
      'out of memory' | 'loop without an end' | 'too much work' | 'stack exhausted' | 'machine failed';
  }
>;

function endedWords(what: Ended): string {
  switch (what.type) {
    case 'out of memory':
      return `The server ran out of memory at transaction ${count(what.transaction)}: the program held more than ${byteWords(what.bytes)}.`;
    case 'loop without an end':
      return `The program did not return within ${count(what.turns)} calls and loop iterations; is there an endless loop?`;
    case 'too much work':
      return `The run took more than ${count(what.turns)} calls and loop iterations and had finished ${count(what.ended)} of ${count(what.transactions)} transactions; run fewer, or have each do less.`;
    case 'stack exhausted':
      return 'The call stack is exhausted; does a function call itself without end?';
    case 'machine failed':
      return 'The machine failed.';
  }
}

type OfProgram = Exclude<FailureDetail, ThrownFailure | Ended | WorkerFailure | CommandFailure>;

function programWords(what: OfProgram): string {
  switch (what.type) {
    case 'not compiled':
      return what.found === undefined
        ? 'The program cannot be compiled.'
        : diagnosticWords({ what: what.found });
    case 'unread':
      return thrownWords(what.thrown, 'thrown');
    case 'no more memory':
      return `The server ran out of memory in ${placeWords(what.where)}.`;
    case 'no class':
      return 'The program exports no class CnchServerResource.';
    case 'no method':
      return `The object that new CnchServerResource() returned has no method ${what.method}.`;
    case 'top level stuck':
      return 'The program’s top level never finished: it awaits a promise that nothing resolves.';
    case 'top level late':
      return 'The program’s top level never finished: after 60 seconds of the server’s time it was still waiting, and timers were still pending.';
    case 'call pending':
      return `${what.call}() never finished: the promise it returned is still pending.`;
  }
}

function workerWords(what: WorkerFailure): string {
  switch (what.type) {
    case 'not loaded':
      return obstacleWords(what.obstacle);
    case 'broken':
      return what.text;
    case 'worker died':
      return `The machine stopped by itself: ${obstacleWords(what.death)}`;
    case 'silent':
      return `The program has not answered for ${what.seconds} seconds, so its machine was stopped.`;
  }
}

function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.type) {
    case 'error':
      return obstacle.text;
    case 'exit':
      return `exit code ${obstacle.code}`;
    case 'not started':
      return 'It could not be started.';
    case 'unreadable message':
      return 'A message could not be read.';
    case 'not fetched':
      return `${obstacle.address} could not be fetched.`;
    case 'not the file':
      return `${obstacle.address} is missing, or is another file.`;
    case 'no WebAssembly':
      return 'WebAssembly cannot be compiled here.';
  }
}

function commandWords(what: CommandFailure): string {
  switch (what.type) {
    case 'late run': {
      const last =
        what.sampled === 0
          ? 'it had not reached its first sample'
          : `its last sample was at ${count(what.sampled)} of ${count(what.transactions)} transactions`;
      return `The run did not end in time: ${last}. ${allowedWords(what.seconds)}`;
    }
    case 'late checks':
      return `The checks did not end in time: trial ${what.trial} of ${what.trials} was still running. The verdict is the main run’s. ${allowedWords(what.seconds)}`;
    case 'interrupted':
      return 'The run was interrupted.';
  }
}

function allowedWords(seconds: number): string {
  return `The command may take ${count(seconds)} s.`;
}
