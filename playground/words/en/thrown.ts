/** What a program threw, and where, in English. */

import type { InnerErrors, Place, Thrown, ToldError } from '../../guest/failure-detail.ts';
import type { EngineReason, HostFailure } from '../../host/failure-detail.ts';

/** Something was thrown, or given as the reason of a promise. */
export type ThrownFailure = Extract<HostFailure, { readonly type: 'thrown' | 'rejected' }>;

const reasons: Readonly<Record<EngineReason, string>> = {
  'no locales': 'this machine has no locales; write numbers and dates without them',
  'read-only': 'built-ins are read-only here, since the machine itself relies on them',
  frozen: 'built-ins, and what the program itself has frozen, are read-only here',
  'endless recursion': 'does a function call itself without end?',
  'no require': 'a program is an ES module; write `import … from` at its top',
};

/** An error with the reason of the engine's words, where it was thrown, and what it was made of. */
export function thrownFailureWords({ type, thrown, where, explained }: ThrownFailure): string {
  const reason = explained === undefined ? '' : `: ${reasons[explained.reason]}${explained.rest}`;
  const within = thrown.type === 'error' ? withinWords(thrown.within) : '';
  return `${thrownWords(thrown, type)}${reason} (in ${placeWords(where)})${within}`;
}

/** What was thrown, or given as the reason of a promise. */
export function thrownWords(thrown: Thrown, how: ThrownFailure['type']): string {
  const done = how === 'thrown' ? 'was thrown' : 'was given as the reason';
  switch (thrown.type) {
    case 'error':
      return thrown.text;
    case 'text':
      return `"${thrown.text}" ${done}, which is not an Error`;
    case 'value':
      return `${thrown.text} ${done}, which is not an Error`;
    case 'unshowable':
      return 'an error that cannot be shown';
  }
}

/** Where something was thrown, to stand after `in`. */
export function placeWords(where: Place): string {
  switch (where.type) {
    case 'code':
      return where.code;
    case 'gauge':
      return `the gauge ${where.gauge}`;
    case 'listener':
      return `a listener to '${where.event}'`;
    case 'top level':
      return 'the program’s top level';
    case 'timer':
      return 'a timer';
    case 'microtask':
      return 'a microtask';
    case 'finalizer':
      return 'a FinalizationRegistry’s callback';
    case 'rejection':
      return 'a promise that nothing awaits';
    case 'program':
      return 'the program';
  }
}

/** `; caused by TypeError: …` and the like, to be read on from an error; empty for nothing. */
function withinWords(within: InnerErrors | undefined): string {
  const { among, suppressed, cause } = within ?? {};
  return [
    ...(among === undefined ? [] : [amongWords(among)]),
    ...(suppressed === undefined
      ? []
      : [`; first there was ${errorWords(suppressed.first)}; then came ${errorWords(suppressed.later)}`]),
    ...(cause === undefined ? [] : [`; caused by ${errorWords(cause)}`]),
  ].join('');
}

function amongWords({ first, more }: NonNullable<InnerErrors['among']>): string {
  const rest = more > 0 ? `; and ${more} more` : '';
  return `; of these: ${first.map(errorWords).join('; ')}${rest}`;
}

function errorWords({ text, within }: ToldError): string {
  return `${text}${withinWords(within)}`;
}
