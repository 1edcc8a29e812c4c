/** Judges each line on its arrival in the server's log, against the calls that are under way, and keeps none. */

import { setup } from 'leak-lab:setup';
import { describe } from './describe.ts';
import { disposeCall } from './call-order.ts';
import { longestSilence, now } from './fields.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';
import { breach, cut, givenId } from './breach.ts';
import { inFlightById, isTellable, runningNumber, runningTransaction, slots } from './slots.ts';
import { lineOf, type Transaction } from './transaction.ts';

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

/** Notes a record without a text. */
export function arriveWithoutText(channel: string, record: unknown): void {
  breach('malformed line', runningNumber(), () => ({
    type: 'no text',
    channel: cut(channel),
    given: cut(describe(record)),
  }));
}

/**
 * Finds the transaction that a line is about, judges it, and returns the transaction; undefined for none in flight.
 * `said` is the id that came with the line, if any. The line came through a channel of that name, with an id in it or
 * none; `opener` is the number of the transaction that opened it, 0 for none.
 */
export function arrive(
  text: string,
  said: bigint | undefined,
  channel: string,
  channelId: bigint | undefined,
  opener: number,
): Transaction | undefined {
  if (said !== undefined && channelId !== undefined && said !== channelId) {
    breach('wrong transaction', runningNumber(), () => ({
      type: 'foreign channel',
      line: cut(text),
      said: givenId(said),
      channel: cut(channel),
    }));
  }
  const id = said ?? channelId ?? idIn(text);
  const transaction = id === undefined ? undefined : transactionOf(id, text);
  if (transaction !== undefined) judge(transaction, text, opener);
  else if (id === undefined) arriveUnsigned(text);
  else {
    breach('wrong transaction', runningNumber(), () => ({
      type: 'not in flight',
      line: cut(text),
      id: givenId(id),
    }));
  }
  return transaction;
}

/**
 * The usual case, in as few steps as it can have: the line that the call which goes on owes, about its own transaction,
 * whose id is no other's. Returns whether it was that, and then it is judged.
 */
export function arriveWhenDue(running: Transaction, text: string): boolean {
  const { due } = running;
  if (due === '' || running.untold || running.sharesId) return false;
  if (!text.startsWith(due) || isOfWord(text.charCodeAt(due.length))) return false;
  comes(running);
  endSilence(running);
  return true;
}

/** The one in flight with this id; of several, one that waits for such a line. */
function transactionOf(id: bigint, text: string): Transaction | undefined {
  const running = runningTransaction();
  return running?.id === id && !running.sharesId ? running : inFlightById(id, waitsFor(text));
}

/** A line that says nothing of its transaction has still been written: it is not missing as well. */
function arriveUnsigned(text: string): void {
  const transaction = runningTransaction();
  if (transaction !== undefined && waits(transaction, text)) comes(transaction);
  breach('unattributable line', runningNumber(), () => ({ type: 'unsigned line', line: cut(text) }));
}

/** Whether the transaction's call under way still waits for a line like this one. */
const waits = ({ due }: Transaction, text: string): boolean => due !== '' && beginsWith(text, due);
const waitsFor =
  (text: string) =>
  (transaction: Transaction): boolean =>
    waits(transaction, text);

/** The line for which the call under way waits is here. */
function comes(transaction: Transaction): void {
  transaction.lines |= 1 << transaction.call;
  transaction.due = '';
}

/** Whether a text begins with these words: `dispose` and more, and not `disposeOf`. */
function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && !isOfWord(text.charCodeAt(words.length));
}

/** Whether a name goes on with this character: a letter, a digit, `_` or `$`. NaN stands for the end of the text. */
function isOfWord(code: number): boolean {
  if (code <= 57) return code >= 48 || code === 36;
  return code <= 90 ? code >= 65 : code === 95 || (code >= 97 && code <= 122);
}

function judge(transaction: Transaction, text: string, opener: number): void {
  hear(transaction);
  const isDue = waits(transaction, text);
  const call = isDue ? transaction.call : callOf(transaction, text);
  if (call === 0 || !isTellable(transaction) || isEcho(transaction, 1 << call, opener)) return;
  if (isDue) comes(transaction);
  else judgeUntimely(transaction, text, call);
}

/** A line that no call waits for: it came before, or too late. */
function judgeUntimely(transaction: Transaction, text: string, call: number): void {
  if (transaction.lines & (1 << call)) {
    breach('duplicate line', transaction.number, () => ({ type: 'line twice', line: cut(text) }));
  } else {
    const type = call >= transaction.call ? 'line early' : 'line late';
    breach('wrong order', transaction.number, () => ({ type, line: cut(text) }));
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
  if (!transaction.sharesId || (transaction.underWay && runningTransaction() === transaction)) return;
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

/** Whether the lines of this transaction are shown. */
export function isShown(number: number): boolean {
  return number <= shownAtEachEnd || number > setup.transactions - shownAtEachEnd;
}

/** Shows a line about this transaction (undefined for none in flight) to the reader, if it is of the first or the last. */
export function show(
  channel: string,
  level: unknown,
  text: string,
  transaction: Transaction | undefined,
): void {
  const number = transaction?.number ?? runningNumber() ?? 0;
  if (number === 0 ? straysToShow-- <= 0 : !isShown(number)) return;
  emit(
    'log',
    json({
      channel: cut(channel),
      level: typeof level === 'string' ? cut(level, 20) : 'debug',
      text: cut(text),
      transaction: transaction?.number,
    }),
  );
}
