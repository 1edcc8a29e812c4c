/** Reads records and compares programs away from the page: a file may be large or hostile, and the page stays alive. */

import { programShape } from '#playground/learner-record/program-shape.ts';
import { readDigest } from './record-digest.ts';
import type { RecordsAnswer, RecordsRequest } from './records-messages.ts';

declare const self: {
  postMessage(message: RecordsAnswer): void;
  addEventListener(type: 'message', listener: (event: { readonly data: RecordsRequest }) => void): void;
};

self.addEventListener('message', ({ data }) => {
  void answerTo(data).then((answer) => self.postMessage({ number: data.number, answer }));
});

async function answerTo(request: RecordsRequest): Promise<RecordsAnswer['answer']> {
  return request.type === 'read' ? readDigest(request.file, request.course) : programShape(request.code);
}
