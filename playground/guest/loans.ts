/** The server as a program sees it: what it lends. */

import type { Server } from 'server';
import { lockNamed } from './locks.ts';
import { logSink } from './log-sink.ts';

/** Frozen, and the same for every transaction. */
export const server: Server = Object.freeze({ log: logSink, mutex: lockNamed });
