/** What alerts on a server's gauges did, in English. */

import type { AlertMessage } from '../../scenarios/check-message.ts';
import { count } from './wording.ts';

type Of<Type extends AlertMessage['type']> = Extract<AlertMessage, { type: Type }>;

/** What was seen of a program's watch, and what was expected. */
export function alertWords(message: AlertMessage): string {
  switch (message.type) {
    case 'no watch':
      return 'The program exports no class Watch, so no alert can fire. Expected: export class Watch, whose read() is given every gauge.';
    case 'no false alarm':
      return 'No alert fired for a cache that warms up or is emptied, for a pool at its peak, or for a peak of load.';
    case 'false alarm':
      return falseAlarm(message);
    case 'leaks noticed':
      return `Alerts fired for all gauges that leaked, each within ${count(message.deadline)} transactions.`;
    case 'no time to ring':
      return `${count(message.transactions)} transactions are not enough to tell: an alert has ${count(message.deadline)} transactions to fire in. Run at least as many.`;
    case 'missed leak':
      return missedLeak(message);
    case 'kept ringing':
      return 'An alert that fired for a leak kept firing for as long as the leak went on.';
    case 'broken off':
      return brokenOff(message);
  }
}

function runOf({ run }: Of<'false alarm' | 'missed leak' | 'broken off'>): string {
  return `with ${count(run.transactions)} transactions and seed ${run.seed}`;
}

function falseAlarm(message: Of<'false alarm'>): string {
  const seen = message.alerts.map(
    ({ gauge, behaves, falseRings, healthyReadings, firstRing }) =>
      `${gauge}, ${behaves} (at ${count(falseRings)} of ${count(healthyReadings)} readings at which it did not leak, first after ${count(firstRing)} transactions)`,
  );
  return `False alarm, ${runOf(message)}: the alert fired for ${seen.join('; for ')}. Expected: silence for gauges that do not leak.`;
}

function missedLeak(message: Of<'missed leak'>): string {
  const seen = message.alerts.map(({ gauge, leaksAfter, noticedAfter }) => {
    const since = leaksAfter === 0 ? 'with the first transaction' : `after ${count(leaksAfter)} transactions`;
    const fired =
      noticedAfter === 0
        ? 'never fired'
        : `fired only ${count(noticedAfter - leaksAfter)} transactions later`;
    return `${gauge} began to leak ${since}, and its alert ${fired}`;
  });
  return `Missed leak, ${runOf(message)}: ${seen.join('; ')}. Expected: within ${count(message.deadline)} transactions.`;
}

function brokenOff(message: Of<'broken off'>): string {
  const seen = message.alerts.map(
    ({ gauge, noticedAfter, lapses, laterReadings }) =>
      `the alert for ${gauge} fired after ${count(noticedAfter)} transactions, and was silent at ${count(lapses)} of ${count(laterReadings)} readings after that, though the leak went on`,
  );
  return `Broken off, ${runOf(message)}: ${seen.join('; ')}. Expected: silence at no more than a tenth of them.`;
}
