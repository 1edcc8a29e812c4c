/** The server's log: checks each line on arrival against the transactions in flight, and keeps none. */

import { setup } from 'leak-lab:setup';
import type { LogChannel, LogRecord, LogSink } from 'server';
import { describe } from '../../vm/guest/describe.ts';
import { longestSilence, now, openChannels, sinkCalls } from '../../vm/guest/fields.ts';
import { emit } from '../../vm/guest/host.ts';
import { state } from '../../vm/guest/state.ts';
import { breach } from './breach.ts';
import { inFlightById, isTellable, runningNumber, runningTransaction } from './slots.ts';
import { lineOf, type Transaction } from './transaction.ts';

/** Lines of the first and of the last transactions are shown to the reader. */
const shownAtEachEnd = 3;
/** Lines that belong to no transaction and come from no call, such as those of a timer: as many are shown. */
let straysToShow = 3;
const idPattern = /\d{15,20}/;

const idIn = (text: string): bigint | undefined => {
  const digits = idPattern.exec(text);
  return digits === null ? undefined : BigInt(digits[0]);
};

class Channel implements LogChannel {
  readonly name: string;
  readonly #id: bigint | undefined;
  #open = true;

  constructor(name: string) {
    this.name = name;
    this.#id = idIn(name);
    state[openChannels]!++;
  }

  write(record: LogRecord): void {
    state[sinkCalls]!++;
    if (!this.#open) {
      breach(
        'use after release',
        runningNumber(),
        () => `a line was written to channel "${this.name}" after its close().`,
      );
      return;
    }
    arrive(this.name, this.#id, record);
  }

  close(): void {
    if (!this.#open) {
      breach('released twice', runningNumber(), () => `channel "${this.name}" was closed a second time.`);
      return;
    }
    this.#open = false;
    state[openChannels]!--;
  }
}

export const logSink: LogSink = Object.freeze({
  open: (name: string): LogChannel => Object.freeze(new Channel(String(name))),
});
Object.freeze(Channel.prototype);

function arrive(channel: string, channelId: bigint | undefined, record: LogRecord): void {
  const text: unknown = (record as LogRecord | undefined)?.text;
  if (typeof text !== 'string') {
    breach(
      'malformed line',
      runningNumber(),
      () => `channel "${channel}" got ${describe(record)}, which has no text.`,
    );
    return;
  }
  const own: unknown = record.transaction;
  const id = typeof own === 'bigint' ? own : (channelId ?? idIn(text));
  const transaction = id === undefined ? undefined : inFlightById(id, expects(text));
  if (transaction === undefined) {
    if (id === undefined) {
      arriveUnsigned(text);
      breach(
        'unattributable line',
        runningNumber(),
        () => `nothing in the line "${cut(text)}" says which transaction it is about.`,
      );
    } else {
      breach(
        'wrong transaction',
        runningNumber(),
        () => `the line "${cut(text)}" names transaction ${id}, which is not in flight.`,
      );
    }
  } else check(transaction, text);
  show(channel, record, text, transaction);
}

/** A line that says nothing of its transaction has still been written: it is not missing as well. */
function arriveUnsigned(text: string): void {
  const transaction = runningTransaction();
  if (transaction !== undefined && expects(text)(transaction)) transaction.lines |= 1 << transaction.call;
}

/** Whether the transaction still waits for a line like this one. */
const expects = (text: string) => (transaction: Transaction) =>
  text.startsWith(lineOf(transaction, transaction.call)) && !(transaction.lines & (1 << transaction.call));

function check(transaction: Transaction, text: string): void {
  hear(transaction);
  for (let call = transaction.call; call > 0; call--) {
    if (!text.startsWith(lineOf(transaction, call))) continue;
    if (!isTellable(transaction)) return;
    if (transaction.lines & (1 << call)) {
      breach('duplicate line', transaction.number, () => `the line "${cut(text)}" came twice.`);
    } else if (call < transaction.lastLine) {
      breach(
        'wrong order',
        transaction.number,
        () => `the line "${cut(text)}" came after a line of a later call.`,
      );
    }
    transaction.lines |= 1 << call;
    if (call > transaction.lastLine) transaction.lastLine = call;
    return;
  }
}

/** Notes how long the transaction had been silent until now. */
function hear(transaction: Transaction): void {
  state[longestSilence] = Math.max(state[longestSilence]!, state[now]! - transaction.heardAt);
  transaction.heardAt = state[now]!;
}

function show(channel: string, record: LogRecord, text: string, transaction: Transaction | undefined): void {
  const number = transaction?.number ?? runningNumber() ?? 0;
  if (number > shownAtEachEnd && number <= setup.transactions - shownAtEachEnd) return;
  if (number === 0 && straysToShow-- <= 0) return;
  emit(
    'log',
    JSON.stringify({
      channel: cut(channel),
      level: String(record.level),
      text: cut(text),
      transaction: transaction?.number,
    }),
  );
}

function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
