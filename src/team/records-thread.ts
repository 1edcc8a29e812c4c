/** The page's side of the worker for records. Where it cannot be had, files are read in the page. */

import workerAddress from './records-worker.ts?worker&url';

import type { ChapterTask } from './chapter-minutes.ts';
import { type DigestedRecord, readDigest } from './record-digest.ts';
import type { RecordsAnswer, RecordsRequest } from './records-messages.ts';

export interface RecordsThread {
  /** Never rejects. */
  readonly read: (file: File, course: readonly ChapterTask[]) => Promise<DigestedRecord>;
  /** Rejects where there is no worker. */
  readonly shape: (code: string) => Promise<string>;
  readonly end: () => void;
}

/** Starts a worker. End it, or it stays. */
export function startRecordsThread(): RecordsThread {
  const worker = new Worker(workerAddress, { type: 'module' });
  const waiting = new Map<number, PromiseWithResolvers<RecordsAnswer['answer']>>();
  let last = 0;
  let isLost = false;
  worker.addEventListener('message', ({ data }: MessageEvent<RecordsAnswer>) => {
    waiting.get(data.number)?.resolve(data.answer);
    waiting.delete(data.number);
  });
  worker.addEventListener('error', () => {
    isLost = true;
    for (const each of waiting.values()) each.reject(new Error('The worker for records is lost.'));
    waiting.clear();
  });
  const ask = (request: RecordsRequest): Promise<RecordsAnswer['answer']> => {
    if (isLost) return Promise.reject(new Error('The worker for records is lost.'));
    const answer = Promise.withResolvers<RecordsAnswer['answer']>();
    waiting.set(request.number, answer);
    worker.postMessage(request);
    return answer.promise;
  };
  return {
    read: async (file, course) => {
      try {
        return (await ask({ type: 'read', number: ++last, file, course })) as DigestedRecord;
      } catch {
        return readDigest(file, course);
      }
    },
    shape: async (code) => (await ask({ type: 'shape', number: ++last, code })) as string,
    end: () => worker.terminate(),
  };
}
