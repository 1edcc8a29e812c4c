/** Judges each line on its arrival in the server's log, against the calls that are under way, and keeps none. */

import { setup } from 'leak-lab:setup';
import { describe } from '../../vm/guest/describe.ts';
import { longestSilence, now } from '../../vm/guest/fields.ts';
import { emit } from '../../vm/guest/host.ts';
import { state } from '../../vm/guest/state.ts';
import { breach, cut, showId } from './breach.ts';
import { inFlightById, isTellable, runningNumber, runningTransaction, slots } from './slots.ts';
import { disposeCall, lineOf, type Transaction } from './transaction.ts';

/** Lines of the first and of the last transactions are shown to the reader. */
const shownAtEachEnd = 3;
/** Lines that belong to no transaction and come from no call, such as those of a timer: as many are shown. */
let straysToShow = 3;
/** Characters of a text in which its transaction's id is looked for. */
const searched = 10_000;
const idPattern = /\d{15,20}/;

/** The transaction's id that a text contains; undefined for none. */
export function idIn(text: string): bigint | undefined {
  const digits = idPattern.exec(text.slice(0, searched));
  return digits === null ? undefined : BigInt(digits[0]);
}

/** What a program wrote, read once. */
export interface Line {
  readonly text: string;
  readonly level: string;
  readonly id: bigint | undefined;
}

/** Reads a record, before anything is noted, as reading may run code of the program's; undefined for one without a text. */
export function readLine(record: unknown): Line | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { text, level, transaction } = record as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') return undefined;
  return {
    text,
    level: typeof level === 'string' ? level : 'debug',
    id: typeof transaction === 'bigint' ? transaction : undefined,
  };
}

/** Notes a record without a text. */
export function arriveWithoutText(channel: string, record: unknown): void {
  breach(
    'malformed line',
    runningNumber(),
    () => `channel "${cut(channel)}" got ${cut(describe(record))}, which has no text.`,
  );
}

/**
 * Finds the transaction that a line is about, judges it, and returns the transaction; undefined for none in flight.
 * The line came through a channel of that name, with an id in it or none; `opener` is the number of the transaction
 * that opened it, 0 for none.
 */
export function arrive(
  line: Line,
  channel: string,
  channelId: bigint | undefined,
  opener: number,
): Transaction | undefined {
  const { text } = line;
  if (line.id !== undefined && channelId !== undefined && line.id !== channelId) {
    const [said, named] = [showId(line.id), cut(channel)];
    breach(
      'wrong transaction',
      runningNumber(),
      () => `the line "${cut(text)}" says that it is about ${said}, and came through channel "${named}".`,
    );
  }
  const id = line.id ?? channelId ?? idIn(text);
  const transaction = id === undefined ? undefined : inFlightById(id, waitsFor(text));
  if (transaction !== undefined) judge(transaction, text, opener);
  else if (id === undefined) arriveUnsigned(text);
  else {
    breach(
      'wrong transaction',
      runningNumber(),
      () => `the line "${cut(text)}" names transaction ${showId(id)}, which is not in flight.`,
    );
  }
  show(channel, line, transaction);
  return transaction;
}

/** A line that says nothing of its transaction has still been written: it is not missing as well. */
function arriveUnsigned(text: string): void {
  const transaction = runningTransaction();
  if (transaction !== undefined && waitsFor(text)(transaction)) transaction.lines |= 1 << transaction.call;
  breach(
    'unattributable line',
    runningNumber(),
    () => `nothing in the line "${cut(text)}" says which transaction it is about.`,
  );
}

/** Whether the transaction's call under way still waits for a line like this one. */
const waits = (transaction: Transaction, text: string): boolean =>
  transaction.underWay &&
  !(transaction.lines & (1 << transaction.call)) &&
  beginsWith(text, lineOf(transaction, transaction.call));
const waitsFor =
  (text: string) =>
  (transaction: Transaction): boolean =>
    waits(transaction, text);

const goesOn = /[\w$]/;

/** Whether a text begins with these words: `dispose` and more, and not `disposeOf`. */
function beginsWith(text: string, words: string): boolean {
  return words !== '' && text.startsWith(words) && !goesOn.test(text.charAt(words.length));
}

function judge(transaction: Transaction, text: string, opener: number): void {
  hear(transaction);
  const call = waits(transaction, text) ? transaction.call : callOf(transaction, text);
  if (call === 0 || !isTellable(transaction) || isEcho(transaction, 1 << call, opener)) return;
  if (transaction.lines & (1 << call)) {
    breach('duplicate line', transaction.number, () => `the line "${cut(text)}" came twice.`);
  } else if (call !== transaction.call || !transaction.underWay) {
    const isEarly = call >= transaction.call;
    const when = isEarly ? 'before its call was made' : 'when its call had ended';
    breach('wrong order', transaction.number, () => `the line "${cut(text)}" came ${when}.`);
  }
  transaction.lines |= 1 << call;
}

/**
 * Whether a line is there a second time because two transactions share an id, and listeners of both hear of it: one
 * writes to a channel that the transaction opened, the other to a channel of the other's.
 */
function isEcho(transaction: Transaction, bit: number, opener: number): boolean {
  if (!transaction.sharesId) return false;
  if (opener !== transaction.number) transaction.foreignLines |= bit;
  return (transaction.lines & transaction.foreignLines & bit) !== 0;
}

/** The call whose line this is; 0 for a line beside those that are due. */
function callOf(transaction: Transaction, text: string): number {
  for (let call = disposeCall; call > 0; call--) {
    if (beginsWith(text, lineOf(transaction, call))) return call;
  }
  return 0;
}

let mostSilent: Transaction['number'] | undefined;

/** Notes that there was a line about the transaction; where it is not its own call that goes on, about all of its id. */
function hear(transaction: Transaction): void {
  endSilence(transaction);
  const isOfItsCall = transaction.underWay && runningTransaction() === transaction;
  if (!transaction.sharesId || isOfItsCall) return;
  for (const slot of slots) if (slot?.id === transaction.id) endSilence(slot);
}

/** Notes how long the transaction had been silent until now. */
function endSilence(transaction: Transaction): void {
  const silence = state[now]! - transaction.heardAt;
  transaction.heardAt = state[now]!;
  if (silence <= state[longestSilence]!) return;
  state[longestSilence] = silence;
  mostSilent = transaction.number;
}

/** Number of the transaction about which the log had no line for the longest time; undefined for none. */
export function mostSilentTransaction(): number | undefined {
  return mostSilent;
}

function show(channel: string, { level, text }: Line, transaction: Transaction | undefined): void {
  const number = transaction?.number ?? runningNumber() ?? 0;
  if (number > shownAtEachEnd && number <= setup.transactions - shownAtEachEnd) return;
  if (number === 0 && straysToShow-- <= 0) return;
  emit(
    'log',
    JSON.stringify({
      channel: cut(channel),
      level: cut(level, 20),
      text: cut(text),
      transaction: transaction?.number,
    }),
  );
}
