/** What went wrong in the log or with something lent, in English. */

import type { BreachDetail, GivenId, Untimely } from '../../guest/breach-detail.ts';
import type { Breach } from '../../record.ts';

/** The first of its kind that was seen, as a sentence that stands after a colon. */
export function breachWords({ what }: Pick<Breach, 'what'>): string {
  return 'host' in what || 'hosts' in what ? workerWords(what) : otherWords(what);
}

/** Of a send to a worker, or of what it holds. */
type OfWorkers = Extract<BreachDetail, { readonly host: string } | { readonly hosts: readonly string[] }>;

function otherWords(what: Exclude<BreachDetail, OfWorkers>): string {
  switch (what.type) {
    case 'no line':
      return `no line that begins with "${what.due}" was logged.`;
    case 'line twice':
      return `the line "${what.line}" came twice.`;
    case 'line early':
      return `the line "${what.line}" came before its call was made.`;
    case 'line late':
      return `the line "${what.line}" came after its call had ended.`;
    case 'no text':
      return `channel "${what.channel}" got ${what.given}, which has no text.`;
    case 'unsigned line':
      return `nothing in the line "${what.line}" says which transaction it is about.`;
    case 'foreign channel':
      return `the line "${what.line}" says that it is about ${idWords(what.said)}, and came through channel "${what.channel}".`;
    case 'not in flight':
      return `the line "${what.line}" names transaction ${idWords(what.id)}, which is not in flight.`;
    case 'written after close':
      return `a line was written to channel "${what.channel}" after its close().`;
    case 'closed twice':
      return `channel "${what.channel}" was closed a second time.`;
    case 'gauge gone':
      return `the gauge ${what.gauge} no longer exists.`;
    case 'gauge at times':
      return `the gauge ${what.gauge} exists only at times.`;
    case 'wrong gauge':
      return `the gauge ${what.gauge} gave ${what.given}; it should give ${rangeWords(what)}.`;
    case 'unshowable':
      return 'the value that the program gave cannot be shown.';
    case 'lost':
      return 'the first of these was lost on its way.';
  }
}

function workerWords(what: OfWorkers): string {
  switch (what.type) {
    case 'sent for nobody':
      return what.id.type === 'no id'
        ? `tables were sent to ${what.host} for ${idWords(what.id)}.`
        : `tables were sent to ${what.host} for transaction ${idWords(what.id)}, which is not in flight.`;
    case 'not sent to':
      return `sendResources() returned as if all were well, but did not send to ${what.hosts.join(' and ')}.`;
    case 'released early':
      return `it was released on ${what.hosts.join(' and ')} before the end.`;
    case 'not released':
      return `it was not released on ${what.hosts.join(' and ')} at the end.`;
    case 'sent to a stranger':
      return `tables were sent to ${what.host}, which is not one of the transaction’s workers.`;
    case 'sent twice':
      return `tables were sent to ${what.host} a second time.`;
    case 'sent untimely':
      return `tables were sent to ${what.host} ${untimelyWords(what.when)}.`;
    case 'wrong tables':
      return `${what.host} was given ${tableWords(what.given, what.more)}; it should be given ${tableWords(what.right, false)}.`;
  }
}

function idWords(given: GivenId): string {
  switch (given.type) {
    case 'id':
      return given.id;
    case 'too large':
      return 'a number of more than 64 bits';
    case 'no id':
      return `${given.of === 'object' ? 'an object' : `a ${given.of}`}, which is not an id`;
  }
}

function untimelyWords(when: Untimely): string {
  switch (when.type) {
    case 'before':
      return 'before sendResources()';
    case 'before the call':
      return 'before sendResources() was called';
    case 'after':
      return 'after sendResources() had returned';
    case 'in':
      return `in ${when.call}()`;
  }
}

function tableWords(names: readonly (string | null)[], more: boolean): string {
  if (names.length === 0) return 'no tables';
  return names.map((name) => name ?? 'something unnamed').join(' and ') + (more ? ' and more' : '');
}

function rangeWords({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? String(most) : `between ${least} and ${most}`;
}
