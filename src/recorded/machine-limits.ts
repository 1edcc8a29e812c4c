/** Limits of the machine, for the reference pages: read from where the machine holds a program to them. */

import { roomPerTransaction, roomSoon } from '#playground/scenarios/room.ts';
import { usualWorkload } from '#playground/scenarios/usual-workload.ts';
import { byteWords } from '#playground/words/byte-words.ts';

/** Transactions of a run where nothing else is asked for. */
export const usualRun = usualWorkload.transactions;

/** What a program may reserve before its first transaction where `usualRun` is the longest run: `39 KiB`. */
export const reservedWords = byteWords(Math.round((roomPerTransaction * usualRun) / 2 ** 10) * 2 ** 10);

/** What a program may hold after its first transactions, in all and for each one in flight: `512 KiB`, `16 KiB`. */
export const roomSoonWords = {
  beside: byteWords(roomSoon.beside),
  inFlight: byteWords(roomSoon.inFlight),
};

/** Virtual seconds between two collections of what is held weakly, and transactions that the server handles in a second. */
export const { collectorSeconds } = usualWorkload;
