/** Why a file is no record, and what became of the challenges of one, in English. */

import { byteWords } from '../byte-words.ts';
import type { RecordFault } from '../../learner-record/learner-record.ts';
import type { ChallengeStatus } from '../../learner-record/verification.ts';

/** Why the file of that name is no record, as a sentence that names it. */
export function recordFaultWords(file: string, fault: RecordFault): string {
  switch (fault.type) {
    case 'unreadable':
      return `${file} cannot be read as a record: there is no such file, or it may not be opened.`;
    case 'too large':
      return `${file} is not a record of this course: it is larger than ${byteWords(fault.most)}.`;
    case 'no json':
      return `${file} is not a record of this course: it does not hold JSON.`;
    case 'another file':
      return `${file} is not a record of this course: it holds JSON of another kind.`;
    case 'newer':
      return `${file} is a record from a newer version of this course: update yours to read it.`;
    case 'broken':
      return `${file} is a record that was damaged or edited: its field “${fault.place}” is not valid.`;
  }
}

/** What became of a challenge, in a few words. `passesNow` says whether a program of an older version passes today. */
export function challengeStatusWords(status: ChallengeStatus, passesNow: boolean | undefined): string {
  switch (status) {
    case 'verified':
      return 'verified';
    case 'older version':
      return passesNow === true
        ? 'passed on an older version, and passes today'
        : 'passed on an older version, and does not pass today';
    case 'does not pass':
      return 'does not pass';
    case 'course solution':
      return 'equals the course’s own solution';
    case 'no program':
      return 'passed, but the record holds no program to verify';
    case 'not tried':
      return 'not passed yet';
  }
}

/** Why nothing could be verified: the machine did not start. `reason` is a sentence. */
export function noMachineWords(reason: string): string {
  return `The machine could not start, so no record was verified. The reason: ${reason}`;
}
