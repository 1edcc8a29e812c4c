/** The channels of the server's log: which are open, who wrote to each, and which locks guarded its opening and its close. */

import type { ChannelUse } from '../record.ts';
import type { LogChannel, LogRecord, LogSink } from 'server';
import { openChannels, sinkCalls } from './fields.ts';
import { disposeCall } from './call-order.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';
import { breach, cut } from './breach.ts';
import { halt } from './failure.ts';
import { arrive, arriveWhenDue, arriveWithoutText, idIn, mostSilentTransaction, show } from './lines.ts';
import { hasHeldOneOf, holdsOneOf, lockBits, locksHeld } from './locks.ts';
import { atFirstLine, isTellable, probing, runningNumber, runningTransaction } from './slots.ts';
import type { Transaction } from './transaction.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type Tally = Mutable<ChannelUse['sharedOpenedUnlocked']>;

const openedUnlocked: Tally = { count: 0 };
const closedUnlocked: Tally = { count: 0 };
const usedUnlocked: Tally = { count: 0 };
const use: Mutable<ChannelUse> = {
  opened: 0,
  peak: 0,
  shared: 0,
  closedByOwner: 0,
  closedAtEnd: 0,
  closedShared: 0,
  sharedOpenedUnlocked: openedUnlocked,
  sharedClosedUnlocked: closedUnlocked,
  sharedUsedUnlocked: usedUnlocked,
};

/** In place of a writer's number: nobody has written yet, several have, or several of whom one never held its locks. */
const nobody = 0;
const several = -1;
const severalUnguarded = -2;

/** What a program gave as a record: anything at all. */
type Given = Readonly<Partial<Record<keyof LogRecord, unknown>>>;

/** Its state is in private fields, and its name in a getter: so all channels have one shape, and few bytes each. */
class Channel implements LogChannel {
  readonly #name: string;
  readonly #id: bigint | undefined;
  /** Number of the transaction whose call opened it. */
  readonly #opener = runningNumber() ?? nobody;
  readonly #guards = locksHeld();
  readonly #guardBits = lockBits();
  /** Number of the one transaction about which lines were written. */
  #writer = nobody;
  #open = true;

  constructor(name: string) {
    this.#name = name;
    this.#id = idIn(name);
    use.opened++;
    const open = ++state[openChannels]!;
    if (open > use.peak) use.peak = open;
    Object.preventExtensions(this);
  }

  get name(): string {
    return this.#name;
  }

  write(record: LogRecord): void {
    // Read before anything is noted, as reading may run code of the program's.
    const { text, level, transaction }: Given = typeof record === 'object' && record !== null ? record : {};
    state[sinkCalls]!++;
    if (probing === atFirstLine) halt();
    if (!this.#open) {
      breach('use after release', runningNumber(), () => ({
        type: 'written after close',
        channel: cut(this.#name),
      }));
      return;
    }
    if (typeof text !== 'string') {
      arriveWithoutText(this.#name, record);
      return;
    }
    const said = typeof transaction === 'bigint' ? transaction : undefined;
    const channelId = this.#id;
    const running = runningTransaction();
    const isOwn = running?.id === (said ?? channelId) && (said === undefined || channelId === undefined);
    const about =
      isOwn && running !== undefined && arriveWhenDue(running, text)
        ? running
        : arrive(text, said, this.#name, channelId, this.#opener);
    if (about === undefined || about.isShown) show(this.#name, level, text, about);
    if (about === undefined || this.#writer === about.number || this.#writer === severalUnguarded) return;
    if (isTellable(about)) this.#noteWriter(about);
  }

  #noteWriter(about: Transaction): void {
    if (this.#writer === nobody) {
      this.#writer = about.number;
      return;
    }
    if (this.#writer > nobody) {
      this.#writer = several;
      use.shared++;
      if (this.#guards.length === 0) add(openedUnlocked, about.number);
    }
    if (!hasHeldOneOf(this.#guardBits, about)) this.#writer = severalUnguarded;
  }

  close(): void {
    if (!this.#open) {
      breach('released twice', runningNumber(), () => ({ type: 'closed twice', channel: cut(this.#name) }));
      return;
    }
    this.#open = false;
    state[openChannels]!--;
    if (runningTransaction()?.call === disposeCall) use.closedAtEnd++;
    if (this.#writer < nobody) {
      use.closedShared++;
      if (!holdsOneOf(this.#guards)) add(closedUnlocked, runningNumber());
      else if (this.#writer === severalUnguarded) add(usedUnlocked, runningNumber());
    } else if (this.#writer === runningNumber()) use.closedByOwner++;
  }
}

function add(tally: Tally, transaction: number | undefined): void {
  if (tally.count++ === 0 && transaction !== undefined) tally.transaction = transaction;
}

/** The sink that is lent. */
export const logSink: LogSink = Object.freeze({
  open: (name: string): LogChannel => new Channel(String(name)),
});
Object.freeze(Channel.prototype);
Object.freeze(Channel);

/** Tells the host how the log was used. */
export function reportLogUse(): void {
  emit('log-use', json({ channels: use, mostSilent: mostSilentTransaction() }));
}
