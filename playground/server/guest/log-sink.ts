/** The channels of the server's log: which are open, who wrote to each, and which locks guarded its opening and its close. */

import type { ChannelUse } from '../../protocol.ts';
import type { LogChannel, LogRecord, LogSink } from 'server';
import { openChannels, sinkCalls } from '../../vm/guest/fields.ts';
import { emit } from '../../vm/guest/host.ts';
import { state } from '../../vm/guest/state.ts';
import { breach, cut } from './breach.ts';
import { halt } from './failure.ts';
import { arrive, arriveWithoutText, idIn, mostSilentTransaction, readLine } from './lines.ts';
import { holdsOneOf, locksHeld } from './locks.ts';
import { atFirstLine, isTellable, probing, runningNumber, runningTransaction } from './slots.ts';
import { disposeCall, type Transaction } from './transaction.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type Tally = Mutable<ChannelUse['sharedOpenedUnlocked']>;

const openedUnlocked: Tally = { count: 0 };
const closedUnlocked: Tally = { count: 0 };
const use: Mutable<ChannelUse> = {
  opened: 0,
  peak: 0,
  shared: 0,
  closedByOwner: 0,
  closedAtEnd: 0,
  closedShared: 0,
  sharedOpenedUnlocked: openedUnlocked,
  sharedClosedUnlocked: closedUnlocked,
};

/** In place of a writer's number: nobody has written yet, or several have. */
const nobody = 0;
const several = -1;

class Channel implements LogChannel {
  readonly name: string;
  readonly #id: bigint | undefined;
  /** Number of the transaction whose call opened it. */
  readonly #opener = runningNumber() ?? nobody;
  readonly #guards = locksHeld();
  /** Number of the one transaction about which lines were written. */
  #writer = nobody;
  #open = true;

  constructor(name: string) {
    this.name = name;
    this.#id = idIn(name);
    use.opened++;
    use.peak = Math.max(use.peak, ++state[openChannels]!);
  }

  write(record: LogRecord): void {
    const line = readLine(record);
    state[sinkCalls]!++;
    if (probing === atFirstLine) halt();
    if (!this.#open) {
      breach(
        'use after release',
        runningNumber(),
        () => `a line was written to channel "${cut(this.name)}" after its close().`,
      );
    } else if (line === undefined) arriveWithoutText(this.name, record);
    else this.#wroteAbout(arrive(line, this.name, this.#id, this.#opener));
  }

  close(): void {
    if (!this.#open) {
      breach(
        'released twice',
        runningNumber(),
        () => `channel "${cut(this.name)}" was closed a second time.`,
      );
      return;
    }
    this.#open = false;
    state[openChannels]!--;
    if (runningTransaction()?.call === disposeCall) use.closedAtEnd++;
    if (this.#writer === several) this.#closeShared();
    else if (this.#writer === runningNumber()) use.closedByOwner++;
  }

  #wroteAbout(transaction: Transaction | undefined): void {
    if (transaction === undefined || !isTellable(transaction)) return;
    const { number } = transaction;
    if (number === this.#writer || this.#writer === several) return;
    if (this.#writer === nobody) {
      this.#writer = number;
      return;
    }
    this.#writer = several;
    use.shared++;
    if (this.#guards.length === 0) add(openedUnlocked, number);
  }

  #closeShared(): void {
    use.closedShared++;
    if (!holdsOneOf(this.#guards)) add(closedUnlocked, runningNumber());
  }
}

function add(tally: Tally, transaction: number | undefined): void {
  if (tally.count++ === 0 && transaction !== undefined) tally.transaction = transaction;
}

/** The sink that is lent. */
export const logSink: LogSink = Object.freeze({
  open: (name: string): LogChannel => Object.freeze(new Channel(String(name))),
});
Object.freeze(Channel.prototype);

/** Tells the host how the log was used. */
export function reportLogUse(): void {
  emit('log-use', JSON.stringify({ channels: use, mostSilent: mostSilentTransaction() }));
}
