/** English: all that the machine has to say, for the page and the command line alike. */

import { breachWords } from './breaches.ts';
import { checkWords } from './checks.ts';
import { diagnosticWords } from './diagnostics.ts';
import { failureWords } from './failures.ts';
import { reasonWords } from './reasons.ts';
import { survivorWords } from './survivors.ts';

export const en = { breachWords, checkWords, diagnosticWords, failureWords, reasonWords, survivorWords };
