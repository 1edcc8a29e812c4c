/** English: all that the machine has to say, for the page and the command line alike. */

import { breachWords } from './breaches.ts';
import { checkWords } from './checks.ts';
import { diagnosticWords } from './diagnostics.ts';
import { failureWords } from './failures.ts';
import { allowanceFaultWords, workloadFaultWords } from './input.ts';
import { reasonWords } from './reasons.ts';
import { survivorWords } from './survivors.ts';

export const en = {
  allowanceFaultWords,
  breachWords,
  checkWords,
  diagnosticWords,
  failureWords,
  reasonWords,
  survivorWords,
  workloadFaultWords,
};
